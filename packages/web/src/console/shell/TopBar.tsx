import { useQuery } from "@tanstack/react-query";
import type { Status } from "@twinline/api";
import type { ReactNode } from "react";
import { formatAge } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { Ladder } from "../../ui/Ladder.tsx";
import { LanguageSwitch } from "../../ui/LanguageSwitch.tsx";
import { useLanguage, useText, useTexts } from "../../ui/language.ts";
import { ProductMark } from "../../ui/ProductMark.tsx";
import { asked } from "../asking/asked.ts";
import { useDesk } from "./desk.ts";
import { useWhen } from "./use-when.ts";

const STATUS_MS = 5_000;

/** Which zone and side, how well it serves, which legal day it is, which language, who works here. */
export function TopBar(): ReactNode {
  const { session, status: first, signOut } = useDesk();
  const text = useText();
  const word = useTexts();
  const when = useWhen();
  const query = useQuery({
    queryKey: ["status"],
    queryFn: () => asked("status"),
    refetchInterval: STATUS_MS,
    initialData: first,
  });
  const { data: status, error, dataUpdatedAt } = query;
  return (
    <header className="bar">
      <ProductMark />
      <div className="bar-place">
        <strong>{word(status.title)}</strong>
        <span>{sideWords(status, word)}</span>
      </div>
      <Ladder step={error ? "node-cut" : status.ladder} note={useAgeNote(error, dataUpdatedAt, status)} />
      <div className="bar-day">
        <strong>{when.day(status.legalDay)}</strong>
        <span>{text("console.legal-day")}</span>
      </div>
      <LanguageSwitch />
      <div className="bar-officer">
        <span>
          <strong>{session.officer.number}</strong> {text(`console.role.${session.officer.role}`)}
        </span>
        <Button tone="plain" onPress={signOut}>
          {text("ui.sign-out")}
        </Button>
      </div>
    </header>
  );
}

function sideWords({ gates, side }: Status, word: ReturnType<typeof useTexts>): string {
  const label = gates.find((gate) => gate.side === side)?.label;
  return label ? word(label) : side.toUpperCase();
}

/** How old the lists are while the line holds, how long it has been silent while not. */
function useAgeNote(error: unknown, updatedAt: number, status: Status): string {
  const { locale } = useLanguage();
  const text = useText();
  const now = Temporal.Now.instant().epochMilliseconds;
  const seconds = (since: number): number => (now - since) / 1_000;
  if (error) return text("gate.node.silent", { age: formatAge(locale, seconds(updatedAt)) });
  const lists = Temporal.Instant.from(status.listsAsOf).epochMilliseconds;
  return text("gate.node.lists", { age: formatAge(locale, seconds(lists)) });
}
