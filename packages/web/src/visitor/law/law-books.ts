import { type CheckedRulebook, compileSource } from "@twinline/rulebook";
import { type Installed, installRulebook, type World, type Zone, type ZoneSide } from "@twinline/zone";

/** The law of one side on one day, ready to be asked as a gate would. */
export type LawBooks = {
  readonly zone: Zone;
  readonly side: ZoneSide;
  readonly gate: Zone["gates"][number];
  /** Legal day and law date, days since 1970-01-01. */
  readonly day: number;
  readonly world: World;
  readonly arrival: Installed;
  readonly departure: Installed;
  /** Whether and when the side is open, where its law is written down. */
  readonly opening: CheckedRulebook | undefined;
};

/** Installs a side's rulebooks. Throws Error when its arrival or departure is missing. */
export function openBooks(zone: Zone, side: ZoneSide, rulebooks: readonly CheckedRulebook[], day: number): LawBooks {
  const own = rulebooks.filter(({ name }) => name.startsWith(`${zone.zone}/${side.side}/`));
  const installed = new Map(own.map((rulebook) => [rulebook.name, installRulebook(rulebook, compileSource)]));
  const world: World = {
    origin: "",
    zone: zone.zone,
    side: side.side,
    rulebooks: installed,
    legalDay: () => day,
  };
  const gate = zone.gates.find((one) => one.side === side.side);
  const arrival = installed.get(side.rulebooks.arrival ?? "");
  const departure = installed.get(side.rulebooks.departure ?? "");
  if (gate === undefined || arrival === undefined || departure === undefined)
    throw new Error(`Cannot write the page of "${side.side}": its gate or its rulebooks are missing`);
  return {
    zone,
    side,
    gate,
    day,
    world,
    arrival,
    departure,
    opening: own.find(({ decides }) => decides === "opening"),
  };
}

/** The next day on which some figure or rule of these books changes, or undefined. */
export function nextChange(books: LawBooks): number | undefined {
  const days = [...books.world.rulebooks.values()].flatMap(({ rulebook }) =>
    [...rulebook.parameters, ...rulebook.rules].flatMap(({ versions }) => versions.map(({ from }) => from)),
  );
  const coming = days.filter((day) => day > books.day);
  return coming.length === 0 ? undefined : Math.min(...coming);
}
