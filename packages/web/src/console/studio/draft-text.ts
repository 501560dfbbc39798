import { type Document, isMap, isSeq, parseDocument, Scalar, type YAMLMap, type YAMLSeq } from "yaml";

/**
 * A draft is one text, the reform's YAML. The form reads it and writes into it, so that what somebody types by hand and what the
 * form sets are the same thing and neither loses the other's work.
 */
export type DraftChange = {
  readonly kind: "parameter" | "rule";
  readonly name: string;
  readonly from: string;
  /** Figures by key, "is" without one; for a rule its `hit`, `table` or `is`. */
  readonly fields: ReadonlyMap<string, string>;
};

/** The act that a draft cites for its own changes until there is one; the first name that the base leaves free. */
const DRAFT = "DRAFT";
const draftAct = /^DRAFT(_\d+)?$/;
const DRAFT_CITE = {
  en: "Draft, point {n}",
  zh: "草案第{n}点",
  kk: "Жоба, {n}-тармақ",
  ru: "Проект, п. {n}",
};

type BaseLaw = {
  readonly name: string;
  readonly hash: string;
  readonly instruments: readonly { readonly id: string }[];
};

/** An empty reform of a rulebook, whose draft act is in force from a day. */
export function newDraft(name: string, { name: base, hash, instruments }: BaseLaw, from: string): string {
  const known = instruments.filter(({ id }) => draftAct.test(id)).length;
  const act = known === 0 ? DRAFT : `${DRAFT}_${known + 1}`;
  const cite = Object.entries(DRAFT_CITE).map(([language, words]) => `${language}: "${words}"`);
  return [
    `reform: ${name}`,
    `base: ${base}@sha256:${hash}`,
    "instruments:",
    `  ${act}:`,
    `    cite: {${cite.join(", ")}}`,
    `    in_force: ${from}`,
    "change: []",
    "",
  ].join("\n");
}

/** The provision that the draft cites for its own changes. */
export function draftSource(text: string): string {
  const draft = open(text);
  return `${(draft && actOf(draft)) ?? DRAFT}/1`;
}

/** The changes that a draft makes, in its order; undefined while the text is not YAML of that shape. */
export function readChanges(text: string): readonly DraftChange[] | undefined {
  const items = open(text)?.changes?.items;
  return items?.flatMap((item) => (isMap(item) ? (changeOf(item) ?? []) : []));
}

/** Gives the reform another last name beside its base's folder. */
export function setName(text: string, name: string): string {
  return edit(text, ({ document }) => document.set("reform", name));
}

/** Appends a change; its draft act is brought into force no later than the change. */
export function addChange(text: string, { kind, name, from, fields }: DraftChange): string {
  return edit(text, (draft) => {
    const change = { [kind]: name, from, ...Object.fromEntries(fields) };
    const node = draft.document.createNode(change, { flow: !fields.has("table") });
    setBlocks(node);
    if (!draft.changes) draft.document.set("change", draft.document.createNode([node]));
    else {
      draft.changes.flow = false;
      draft.changes.add(node);
    }
    bringIntoForce(draft);
  });
}

/** Sets one field of a change: its first day, a figure, a table. */
export function setField(text: string, index: number, field: string, value: string): string {
  return edit(text, (draft) => {
    const change = draft.changes?.items[index];
    if (!isMap(change)) return;
    change.set(field, field === "table" ? block(value) : value);
    bringIntoForce(draft);
  });
}

export function removeChange(text: string, index: number): string {
  return edit(text, ({ changes }) => {
    changes?.delete(index);
    if (changes?.items.length === 0) changes.flow = true;
  });
}

/** Takes an example of the base out of the reform and puts another in its place, as fields of the file. */
export function replaceExample(text: string, english: string, example: Readonly<Record<string, unknown>>): string {
  return edit(text, ({ document }) => {
    append(document, "tests_changed", document.createNode(english));
    const node = document.createNode(example);
    if (isMap(node)) for (const { value } of node.items) if (isMap(value)) value.flow = true;
    append(document, "tests", node);
  });
}

type Open = { readonly document: Document; readonly changes: YAMLSeq | undefined };

function open(text: string): Open | undefined {
  const document = parseDocument(text, { schema: "failsafe" });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const changes = document.get("change");
  return { document, changes: isSeq(changes) ? changes : undefined };
}

/** The text with an edit made; unchanged while it is not YAML. Everything that is not edited stays as it was written. */
function edit(text: string, change: (draft: Open) => void): string {
  const draft = open(text);
  if (!draft) return text;
  change(draft);
  return draft.document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function changeOf(item: YAMLMap): DraftChange | undefined {
  const texts = new Map(item.items.map(({ key, value }) => [plain(key), plain(value)]));
  const kind = texts.has("parameter") ? "parameter" : texts.has("rule") ? "rule" : undefined;
  if (!kind) return undefined;
  const fields = new Map([...texts].filter(([key]) => ![kind, "from", "source", "confidence", "note"].includes(key)));
  return { kind, name: texts.get(kind) ?? "", from: texts.get("from") ?? "", fields };
}

function plain(node: unknown): string {
  return node instanceof Scalar ? String(node.value) : "";
}

/** A figure cannot rest on an act that is not in force yet. */
function bringIntoForce({ document, changes }: Open): void {
  const days = (changes?.items ?? []).flatMap((item) => (isMap(item) ? [changeOf(item)?.from ?? ""] : []));
  const first = days.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)).sort()[0];
  const path = ["instruments", actOf({ document, changes }) ?? DRAFT, "in_force"];
  if (first !== undefined && document.hasIn(path)) document.setIn(path, first);
}

function actOf({ document }: Open): string | undefined {
  const acts = document.get("instruments");
  return isMap(acts) ? acts.items.map(({ key }) => plain(key)).find((id) => draftAct.test(id)) : undefined;
}

function append(document: Document, key: string, node: unknown): void {
  const list = document.get(key);
  if (isSeq(list)) list.add(node);
  else document.set(key, document.createNode([node]));
}

function setBlocks(node: unknown): void {
  if (!isMap(node)) return;
  for (const pair of node.items)
    if (plain(pair.key) === "table" && pair.value instanceof Scalar) pair.value = block(plain(pair.value));
}

function block(value: string): Scalar {
  const scalar = new Scalar(value);
  scalar.type = "BLOCK_LITERAL";
  return scalar;
}
