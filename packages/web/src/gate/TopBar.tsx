import { type ReactNode, useState } from "react";
import { formatAge, formatDate, formatInteger, type Locale } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { Ladder } from "../ui/Ladder.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { ProductMark } from "../ui/ProductMark.tsx";
import { LaneDialog } from "./LaneDialog.tsx";
import type { NodeView } from "./node-view.ts";
import type { GateActions, GateView } from "./view.ts";

/** Where this is, how the node stands, which legal day it is, in which language, and who is on duty. */
export function TopBar({ view, on }: { readonly view: GateView; readonly on: GateActions }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { node } = view;
  return (
    <header className="top">
      <ProductMark />
      <div className="top-place">
        <h1>{node.title ? word(node.title) : "Twinline"}</h1>
        <p>
          {word(view.gateLabel)} · {text("gate.lane", { lane: view.lane })}
        </p>
      </div>
      <Ladder step={node.step} note={useLadderNote(node, locale)} />
      {node.legalDay && node.clock ? (
        <div className="top-day">
          <strong>{node.clock}</strong>
          <span>{formatDate(locale, Temporal.PlainDate.from(node.legalDay))}</span>
        </div>
      ) : null}
      <LanguageSwitch />
      <Button tone="plain" onPress={() => setOpen(true)} label={text("gate.officer.menu", { number: view.officer })}>
        <span className="top-officer">{text("gate.officer.word")}</span> {view.officer}
      </Button>
      {isOpen ? <LaneDialog view={view} on={on} onClose={() => setOpen(false)} /> : null}
    </header>
  );
}

function useLadderNote(node: NodeView, locale: Locale): string {
  const text = useText();
  const parts = [
    node.cutAge === undefined || node.packAge !== undefined
      ? undefined
      : text("gate.node.silent", { age: formatAge(locale, node.cutAge) }),
    node.packAge === undefined ? undefined : text("gate.node.data", { age: formatAge(locale, node.packAge) }),
    node.waitingCount === 0
      ? undefined
      : text("gate.node.waiting", { count: formatInteger(locale, node.waitingCount) }),
    node.listsAge === undefined || node.cutAge !== undefined
      ? undefined
      : text("gate.node.lists", { age: formatAge(locale, node.listsAge) }),
    node.openCount === 0 ? undefined : text("gate.node.open", { count: formatInteger(locale, node.openCount) }),
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}
