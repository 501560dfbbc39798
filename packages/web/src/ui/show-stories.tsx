import { type ReactNode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import type { Locale } from "../format/index.ts";
import { misWritten } from "../format/written.data.ts";
import { locales } from "./language.ts";

type Draw = (story: string, language: Locale) => ReactNode;

/**
 * Draws the state that the address names behind its "#", as `story=refer&language=kk`, and another as soon as it names
 * another; `data-shown` of the document says which one stands. For whoever takes pictures, never for the product.
 */
export function showStories(names: readonly string[], draw: Draw): void {
  const told = document.documentElement.dataset;
  told.misWritten = misWritten().join("; ");
  told.stories = names.join(" ");
  const root = createRoot(document.getElementById("root")!);
  const show = (): void => {
    const address = location.hash.slice(1);
    root.render(
      <Shown key={address} address={address}>
        {drawn(new URLSearchParams(address), draw)}
      </Shown>,
    );
  };
  addEventListener("hashchange", show);
  show();
}

function drawn(asked: URLSearchParams, draw: Draw): ReactNode {
  const language = locales.find((one) => one === asked.get("language")) ?? "en";
  return draw(asked.get("story") ?? "", language);
}

function Shown({ address, children }: { readonly address: string; readonly children: ReactNode }): ReactNode {
  useEffect(() => {
    document.documentElement.dataset.shown = address;
  }, [address]);
  return children;
}
