import type { GoodsLine } from "@twinline/api";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { unitWord } from "../format/index.ts";
import type { DraftErrors } from "../gate/document-draft.ts";
import { emptyGoods, type GoodsField, readGoods } from "../gate/goods-draft.ts";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { TextField } from "../ui/TextField.tsx";
import { findClasses, type GoodsClass, headingOf } from "./find-classes.ts";

type Props = { readonly classes: readonly GoodsClass[]; readonly onAdd: (line: GoodsLine) => void };

/** One line: say what it is by name or code, then how many, how heavy, how much. Enter adds it. */
export function BasketForm({ classes, onAdd }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [wanted, setWanted] = useState("");
  const [draft, setDraft] = useState(emptyGoods);
  const [errors, setErrors] = useState<DraftErrors<GoodsField>>({});
  const chosen = classes.find(({ code }) => code === draft.category);
  const found = wanted.trim() === "" || chosen ? [] : findClasses(classes, wanted, locale);
  const choose = (one: GoodsClass): void => {
    setDraft({ ...draft, category: one.code, hs: headingOf(one, wanted) });
    setWanted(word(one.label));
    form.current?.querySelectorAll<HTMLInputElement>("input")[2]?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [only] = found;
    if (!chosen && only) {
      choose(only);
      return;
    }
    const read = readGoods(draft);
    setErrors("errors" in read ? read.errors : {});
    if (!("value" in read)) return;
    onAdd(read.value);
    setDraft(emptyGoods);
    setWanted("");
    form.current?.querySelector("input")?.focus();
  };
  const field = (name: GoodsField) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: errors[name] ? text(errors[name]) : undefined,
  });
  return (
    <form className="till-form" ref={form} onSubmit={submit} noValidate aria-label={text("gate.goods.add")}>
      <TextField
        label={text("till.find")}
        value={wanted}
        maxLength={60}
        onChange={(next) => {
          setWanted(next);
          setDraft({ ...draft, category: "" });
        }}
        error={errors.category && !chosen ? text(errors.category) : undefined}
      />
      <TextField label={text("gate.goods.hs")} mono inputMode="numeric" maxLength={13} {...field("hs")} />
      <TextField label={text("gate.goods.quantity")} inputMode="numeric" maxLength={7} {...field("quantity")} />
      <TextField label={unitWord(locale, "kg")} inputMode="decimal" maxLength={12} {...field("kilograms")} />
      <TextField label="CNY" inputMode="decimal" maxLength={15} {...field("yuan")} />
      <Button type="submit">{text("ui.add")}</Button>
      {found.length > 0 ? (
        <Found found={found} onChoose={choose} />
      ) : (
        <div className="till-whole">
          <Checkbox
            label={text("gate.goods.indivisible.more")}
            isSelected={draft.indivisible}
            onChange={(indivisible) => setDraft({ ...draft, indivisible })}
          />
        </div>
      )}
    </form>
  );
}

type FoundProps = { readonly found: readonly GoodsClass[]; readonly onChoose: (one: GoodsClass) => void };

function Found({ found, onChoose }: FoundProps): ReactNode {
  const text = useText();
  const word = useTexts();
  return (
    <ul className="till-found" aria-label={text("gate.goods.category")}>
      {found.map((one) => (
        <li key={one.code}>
          <Button onPress={() => onChoose(one)}>{word(one.label)}</Button>
        </li>
      ))}
    </ul>
  );
}
