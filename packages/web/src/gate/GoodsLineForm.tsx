import type { CodeLists, GoodsLine } from "@twinline/api";
import { type FormEvent, type ReactNode, useState } from "react";
import { unitWord } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { DraftErrors } from "./document-draft.ts";
import { emptyGoods, type GoodsField, readGoods } from "./goods-draft.ts";

type Props = {
  readonly codes: CodeLists | undefined;
  readonly onAdd: (line: GoodsLine) => void;
  readonly onClose: () => void;
};

/** One line more. It stays open for the next one, as goods seldom come alone. */
export function GoodsLineForm({ codes, onAdd, onClose }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const [draft, setDraft] = useState(emptyGoods);
  const [errors, setErrors] = useState<DraftErrors<GoodsField>>({});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readGoods(draft);
    setErrors("errors" in read ? read.errors : {});
    if (!("value" in read)) return;
    onAdd(read.value);
    setDraft(emptyGoods);
  };
  const field = (name: GoodsField) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: errors[name] ? text(errors[name]) : undefined,
  });
  return (
    <form className="goods-form" onSubmit={submit} noValidate aria-label={text("gate.goods.add")}>
      <TextField label={text("gate.goods.hs")} mono autoFocus inputMode="decimal" maxLength={13} {...field("hs")} />
      <Select
        label={text("gate.goods.category")}
        empty={text("ui.choose")}
        options={(codes?.goodsCategories ?? []).map(({ code, label }) => ({ value: code, label: word(label) }))}
        {...field("category")}
      />
      <TextField label={text("gate.goods.quantity")} inputMode="numeric" maxLength={7} {...field("quantity")} />
      <TextField label={unitWord(locale, "kg")} inputMode="decimal" maxLength={12} {...field("kilograms")} />
      <TextField label="CNY" inputMode="decimal" maxLength={15} {...field("yuan")} />
      <div className="goods-form-foot">
        <Checkbox
          label={text("gate.goods.indivisible.more")}
          isSelected={draft.indivisible}
          onChange={(indivisible) => setDraft({ ...draft, indivisible })}
        />
        <Button onPress={onClose}>{text("ui.done")}</Button>
        <Button type="submit" tone="primary">
          {text("ui.add")}
        </Button>
      </div>
    </form>
  );
}
