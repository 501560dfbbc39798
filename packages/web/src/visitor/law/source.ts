import type { Texts } from "@twinline/api";
import type { CheckedRulebook, Citation, Confidence, Note } from "@twinline/rulebook";

/** Where a statement comes from, and how sure one may be of it. */
export type Source = { readonly cites: readonly Texts[]; readonly confidence: Confidence };

const sureness: readonly Confidence[] = ["high", "medium", "low", "unverified"];

/** 0 for what is certain; more for what is less so. */
export function rankOf(source: Source | undefined): number {
  return source === undefined ? sureness.length : sureness.indexOf(source.confidence);
}

/** Citations in the words of their instruments. */
export function sourceOf(
  { instruments }: CheckedRulebook,
  citations: readonly Citation[],
  confidence: Confidence,
): Source {
  const cites = citations.map(({ instrument, provision }) => {
    const cite = instruments.find(({ id }) => id === instrument)?.cite;
    return inAll((language) => (cite?.[language] ?? instrument).replaceAll("{n}", provision));
  });
  return { cites, confidence };
}

/** The provisions of several citations, each once, with the least sure of their confidences. */
export function leastSure(
  citations: readonly { readonly cite: Texts; readonly confidence: Confidence }[],
): Source | undefined {
  if (citations.length === 0) return undefined;
  const worst = Math.max(...citations.map(({ confidence }) => sureness.indexOf(confidence)));
  const cites = new Map(citations.map(({ cite }) => [cite.en, cite]));
  return { cites: [...cites.values()], confidence: sureness[worst]! };
}

/** A note in all four languages; one that was written in English only stays English. */
export function noteTexts(note: Note | undefined): Texts | undefined {
  if (note === undefined) return undefined;
  return inAll((language) => note[language] ?? note.en ?? "");
}

function inAll(write: (language: keyof Texts) => string): Texts {
  return { zh: write("zh"), kk: write("kk"), ru: write("ru"), en: write("en") };
}
