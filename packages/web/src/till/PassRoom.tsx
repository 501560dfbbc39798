import type { ReactNode } from "react";
import { formatDate, formatInteger } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { useLanguage, useText } from "../ui/language.ts";
import type { TillProps } from "./TillScreen.tsx";
import { tillKeys, type Visitor } from "./view.ts";

const TAIL = 4;

/** Whose pass lies here: no name, only what a till has to know. And what this till may do without a line. */
export function PassRoom({ view, on }: TillProps): ReactNode {
  const text = useText();
  const { visitor, policy } = view;
  return (
    <section className="who" aria-label={text("till.pass")}>
      <figure className="window" data-phase={visitor ? "decided" : "waiting"}>
        {visitor ? (
          <pre className="window-lines" dir="ltr">
            {`•••• ${visitor.code.slice(-TAIL)}`}
          </pre>
        ) : (
          <div className="window-empty" aria-hidden="true">
            <span />
            <span />
          </div>
        )}
        <figcaption>{text(captionOf(view))}</figcaption>
      </figure>
      <Stay visitor={visitor} />
      <div className="who-buttons">
        <Button isDisabled={!visitor} onPress={() => on.open("return")}>
          {text("till.return")} <KeyHint name={tillKeys.return} />
        </Button>
        <Button isDisabled={!visitor && !view.slip && view.goods.length === 0} onPress={on.next}>
          {text("till.next")} <KeyHint name="Esc" />
        </Button>
      </div>
      <div className="notices" role="status">
        {view.isSuspended ? <p className="ui-notice">{text("till.suspended")}</p> : null}
        {policy ? <p className="till-policy">{text(`till.policy.${policy}`)}</p> : null}
      </div>
    </section>
  );
}

function captionOf({ visitor, unread, stop }: TillProps["view"]) {
  if (unread) return "till.pass.unread";
  if (!visitor) return "till.pass.scan";
  return stop && "problem" in stop && !visitor.stay ? "till.pass.unknown" : "gate.pass.read";
}

function Stay({ visitor }: { readonly visitor: Visitor | undefined }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { stay } = visitor ?? {};
  const day = stay && formatDate(locale, Temporal.PlainDate.from(stay.lastDay));
  const [used, max] = [stay?.daysUsed, stay?.daysMax].map((days) => (days ? formatInteger(locale, days) : ""));
  return (
    <dl className="till-stay">
      <div>
        <dt>{text("till.stay.day")}</dt>
        <dd>{stay ? text("till.stay.of", { used: used!, max: max! }) : "—"}</dd>
      </div>
      <div>
        <dt>{text("till.stay.until")}</dt>
        <dd>{day ?? "—"}</dd>
      </div>
    </dl>
  );
}
