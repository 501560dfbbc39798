import { type ReactNode, useEffect, useRef, useState } from "react";
import { formatInteger } from "../format/index.ts";
import { useLanguage, useText } from "./language.ts";

type Props = { readonly label: string; readonly className?: string; readonly children: ReactNode };

/**
 * A part that scrolls by itself, and says how many lines are below its edge. It is reached by keyboard only where there is
 * something to scroll.
 */
export function Scroll({ label, className, children }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const ref = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(false);
  const [below, setBelow] = useState(0);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const measure = (): void => {
      setLong(box.scrollHeight > box.clientHeight + 1);
      setBelow(countBelow(box));
    };
    const observer = new ResizeObserver(measure);
    for (const part of [box, ...box.children]) observer.observe(part);
    box.addEventListener("scroll", measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", measure);
    };
  }, []);
  return (
    <div className={`ui-scroll-frame ${className ?? ""}`}>
      <div ref={ref} className="ui-scroll" {...(isLong ? { tabIndex: 0, role: "group", "aria-label": label } : {})}>
        {children}
      </div>
      {below > 0 ? (
        <p className="ui-scroll-more" aria-hidden="true">
          {text("ui.more", { count: formatInteger(locale, below) })}
        </p>
      ) : null}
    </div>
  );
}

const HALF = 2;

/** Lines of the list or table whose middle lies below the visible part. */
function countBelow(box: HTMLElement): number {
  const foot = box.querySelector("tfoot")?.clientHeight ?? 0;
  const edge = box.getBoundingClientRect().bottom - foot;
  const lines = [...box.querySelectorAll(":scope > ul > li, :scope > section > ul > li, :scope > table > tbody > tr")];
  return lines.filter((line) => {
    const { top, height } = line.getBoundingClientRect();
    return top + height / HALF > edge;
  }).length;
}
