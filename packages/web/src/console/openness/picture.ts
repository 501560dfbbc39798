import { axisY, barX, text as marks, ruleX } from "@observablehq/plot";
import type { OpennessAnswer } from "@twinline/api";
import type { Locale } from "../../format/index.ts";
import { shareText } from "../lab/number-text.ts";
import type { PlotOptions } from "../lab/Picture.tsx";

type Passport = NonNullable<OpennessAnswer["twins"]>["passports"][number];

/** Of the decisions about travellers with another passport, the share that would come out otherwise. */
export function twinPicture(passports: readonly Passport[], locale: Locale): PlotOptions {
  const rows = passports.map(({ passport, kind, compared, different }) => ({
    name: kind === "own-passport" ? `${passport}*` : passport,
    share: compared === 0 ? 0 : different / compared,
  }));
  return {
    width: 460,
    height: 40 + rows.length * 22,
    marginLeft: 50,
    marginRight: 60,
    x: { label: null, axis: null, domain: [0, Math.max(0.01, ...rows.map(({ share }) => share))] },
    y: { type: "band", label: null, domain: rows.map(({ name }) => name), padding: 0.25 },
    marks: [
      axisY({ tickSize: 0, label: null }),
      barX(rows, { x: "share", y: "name", fill: "var(--jade)" }),
      marks(rows, {
        x: "share",
        y: "name",
        text: ({ share }: { readonly share: number }) => shareText(locale, share),
        textAnchor: "start",
        dx: 4,
      }),
      ruleX([0], { stroke: "var(--line-strong)" }),
    ],
  };
}
