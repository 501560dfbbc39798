import { compileClosures } from "@twinline/rulebook";
import {
  type Calendar,
  type GoodsCategory,
  type Installed,
  installRulebook,
  legalDayAt,
  type World,
  type Zone,
} from "@twinline/zone";
import type { WholePack } from "../../link/pack.ts";

/** A pack made ready to decide: the node's own core over the pack's law and days, compiled without eval. */
export type OpenedPack = {
  readonly pack: WholePack;
  readonly world: World;
  readonly zone: Pick<Zone, "meters">;
  /** What the zone's file says of a category for the rulebooks. */
  readonly goodsFacts: ReadonlyMap<string, GoodsCategory["facts"]>;
};

export function openPack(pack: WholePack): OpenedPack {
  const calendar = pack.calendar as Calendar;
  const rulebooks: readonly (readonly [string, Installed])[] = pack.rulebooks.map(({ name, rulebook }) => [
    name,
    installRulebook(rulebook, compileClosures),
  ]);
  return {
    pack,
    world: {
      origin: `twinline/${pack.zone}/${pack.side}`,
      zone: pack.zone,
      side: pack.side,
      rulebooks: new Map(rulebooks),
      legalDay: (atMs) => legalDayAt(calendar, atMs),
    },
    zone: { meters: (pack.meters ?? {}) as Zone["meters"] },
    goodsFacts: new Map(pack.goods.map(({ code, facts }) => [code, facts])),
  };
}
