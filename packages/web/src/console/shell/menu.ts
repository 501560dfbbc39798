import type { MessageKey } from "../../messages/catalogue.ts";

/** The scenes by what they are about; one line of the menu each, for those whose role allows its deed. */
export const menu = [
  {
    group: "console.menu.today",
    items: [
      { to: "/stays", label: "console.stays", deed: "stay.list" },
      { to: "/board", label: "console.board", deed: "board.read" },
      { to: "/zone", label: "console.zone", deed: "board.read" },
      { to: "/capacity", label: "console.capacity", deed: "capacity.read" },
      { to: "/queue", label: "console.queue", deed: "queue.list" },
      { to: "/cases", label: "console.cases", deed: "case.list" },
    ],
  },
  {
    group: "console.menu.record",
    items: [
      { to: "/entries", label: "console.entries", deed: "entry.list" },
      { to: "/seals", label: "console.seals", deed: "seal.list" },
    ],
  },
  {
    group: "console.menu.law",
    items: [
      { to: "/rulebooks", label: "console.rulebooks", deed: "rulebook.read" },
      { to: "/studio", label: "console.studio", deed: "rulebook.read" },
    ],
  },
  {
    group: "console.menu.lab",
    items: [
      { to: "/proposals", label: "console.proposals", deed: "rulebook.read" },
      { to: "/replays", label: "console.replays", deed: "rulebook.read" },
      { to: "/openness", label: "console.openness", deed: "rulebook.read" },
      { to: "/impact", label: "console.impact", deed: "rulebook.read" },
      { to: "/indicators", label: "console.indicators", deed: "rulebook.read" },
      { to: "/streams", label: "console.streams", deed: "rulebook.read" },
      { to: "/atlas", label: "console.atlas", deed: "rulebook.read" },
    ],
  },
  {
    group: "console.menu.people",
    items: [
      { to: "/watchlist", label: "console.watchlist", deed: "watch_entry.list" },
      { to: "/requests", label: "console.requests", deed: "person.requests" },
      { to: "/officers", label: "console.officers", deed: "officer.list" },
      { to: "/devices", label: "console.devices", deed: "device.list" },
    ],
  },
] as const satisfies readonly {
  readonly group: MessageKey;
  readonly items: readonly { readonly to: string; readonly label: MessageKey; readonly deed: string }[];
}[];

/** Where an officer begins: the first scene of the menu that is hers. */
export function firstScene(may: readonly string[]): string | undefined {
  return menu.flatMap(({ items }) => [...items]).find(({ deed }) => may.includes(deed))?.to;
}
