import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
};

/** Stands for "any" in the list, because an empty value is what a select shows before a choice. */
const ANY = "*";

/** One of many or any of them: a filter. */
export function Choice({ label, value, options, onChange }: Props): ReactNode {
  const text = useText();
  const known = value === undefined || options.some((option) => option.value === value);
  const all = known ? options : [...options, { value: value ?? "", label: value ?? "" }];
  return (
    <Select
      label={label}
      empty={text("console.any")}
      value={value ?? ANY}
      options={[{ value: ANY, label: text("console.any") }, ...all]}
      onChange={(next) => onChange(next === ANY ? undefined : next)}
    />
  );
}
