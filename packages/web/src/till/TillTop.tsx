import type { ReactNode } from "react";
import { formatAge, formatDate, formatInteger } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { Ladder } from "../ui/Ladder.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { ProductMark } from "../ui/ProductMark.tsx";
import type { TillProps } from "./TillScreen.tsx";
import { tillKeys } from "./view.ts";

/** Where this till stands, how its line is, what waits to be sent. */
export function TillTop({ view, on }: TillProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const { node } = view;
  const notes = [
    node.packAge === undefined ? undefined : text("gate.node.data", { age: formatAge(locale, node.packAge) }),
    node.waitingCount === 0
      ? undefined
      : text("gate.node.waiting", { count: formatInteger(locale, node.waitingCount) }),
  ].filter((note) => note !== undefined);
  return (
    <header className="top">
      <ProductMark />
      <div className="top-place">
        <h1>{text("till.title", { place: view.place })}</h1>
        <p>{word(view.placeLabel)}</p>
      </div>
      <Ladder step={node.step} note={notes.join(" · ") || text(view.isOnline ? "till.linked" : "till.alone")} />
      {node.legalDay && node.clock ? (
        <div className="top-day">
          <strong>{node.clock}</strong>
          <span>{formatDate(locale, Temporal.PlainDate.from(node.legalDay))}</span>
        </div>
      ) : null}
      <LanguageSwitch />
      <Button tone="plain" onPress={() => on.open("journal")}>
        {text("till.journal")} <KeyHint name={tillKeys.journal} />
      </Button>
    </header>
  );
}
