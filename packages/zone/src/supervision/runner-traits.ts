import type { TraitValues } from "./runner-score.ts";
import type { Supervision } from "./settings.ts";

/** What a salted commitment stands for: who paid, whose phone was given, who took the baggage over. */
export const linkKinds = ["payer", "phone", "receiver"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** One admitted exit with goods, as far as the score looks at it. Values in minor units. */
export type GoodsExit = {
  readonly entry: number;
  readonly person: string;
  readonly day: number;
  /** Minutes inside before it; absent when no entry is known. */
  readonly minutesInside?: number;
  /** Value by HS chapter (first two digits). */
  readonly chapters: ReadonlyMap<string, number>;
  /** The day's allowance was used up by it. */
  readonly isFull: boolean;
  /** Exit without entry, or through another gate. */
  readonly isOdd: boolean;
};

/** A person and a commitment that were noted together, with the entry that says so. */
export type PersonLink = {
  readonly entry: number;
  readonly person: string;
  readonly kind: LinkKind;
  readonly commitment: string;
};

/** A person with what was seen of her and the entries that show it, oldest first. */
export type Traits = {
  readonly person: string;
  readonly values: TraitValues;
  readonly evidence: readonly number[];
};

/** An exit whose goods are of one chapter to this share at least counts as "the same goods", in per cent. */
const ONE_CHAPTER_PERCENT = 80;

/** What exits and links show of each person who carried goods out. */
export function gatherTraits(
  exits: readonly GoodsExit[],
  links: readonly PersonLink[],
  { shortVisitMinutes }: Pick<Supervision["runner"], "shortVisitMinutes">,
): readonly Traits[] {
  const holders = holdersOf(links);
  const linked = Map.groupBy(links, ({ person }) => person);
  return [...Map.groupBy(exits, ({ person }) => person)].map(([person, own]) => {
    const mine = linked.get(person) ?? [];
    const others = (kind: LinkKind) => mostOthers(mine, kind, holders);
    return {
      person,
      values: {
        shared_payer: others("payer"),
        shared_phone: others("phone"),
        shared_receiver: others("receiver"),
        goods_days: new Set(own.map(({ day }) => day)).size,
        short_visits: own.filter(({ minutesInside = Infinity }) => minutesInside < shortVisitMinutes.value).length,
        same_goods: sameGoods(own),
        full_allowance: own.filter(({ isFull }) => isFull).length,
        odd_path: own.filter(({ isOdd }) => isOdd).length,
      },
      evidence: [...own, ...mine].map(({ entry }) => entry).sort((a, b) => a - b),
    };
  });
}

/** Persons by commitment; a commitment of one kind is never compared with one of another. */
function holdersOf(links: readonly PersonLink[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { kind, commitment, person } of links) {
    const key = `${kind} ${commitment}`;
    holders.set(key, (holders.get(key) ?? new Set()).add(person));
  }
  return holders;
}

function mostOthers(
  mine: readonly PersonLink[],
  kind: LinkKind,
  holders: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  const counts = mine
    .filter((link) => link.kind === kind)
    .map(({ commitment }) => (holders.get(`${kind} ${commitment}`)?.size ?? 1) - 1);
  return Math.max(0, ...counts);
}

/** How many exits were mostly of one and the same chapter; the chapter that was carried out most often. */
function sameGoods(exits: readonly GoodsExit[]): number {
  const times = new Map<string, number>();
  for (const { chapters } of exits) {
    const all = [...chapters.values()].reduce((sum, value) => sum + value, 0);
    const main = [...chapters].find(([, value]) => value > 0 && value * 100 >= all * ONE_CHAPTER_PERCENT)?.[0];
    if (main !== undefined) times.set(main, (times.get(main) ?? 0) + 1);
  }
  return Math.max(0, ...times.values());
}
