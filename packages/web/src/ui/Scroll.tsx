import { type ReactNode, useEffect, useRef, useState } from "react";

type Props = { readonly label: string; readonly className?: string; readonly children: ReactNode };

/** A part that scrolls by itself and can be reached by keyboard, but only where there is something to scroll. */
export function Scroll({ label, className, children }: Props): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const measure = (): void => setLong(box.scrollHeight > box.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={ref}
      className={`ui-scroll ${className ?? ""}`}
      {...(isLong ? { tabIndex: 0, role: "region", "aria-label": label } : {})}
    >
      {children}
    </div>
  );
}
