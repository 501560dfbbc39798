import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckedRulebook, Rule, Table } from "@twinline/rulebook";
import { createIntl } from "react-intl";
import { readLaw } from "../../../law-files.ts";
import { catalogues } from "../../messages/catalogue.ts";
import type { Text } from "../../ui/language.ts";
import { cellText } from "./cell-text.ts";
import { expressionText, type Writing } from "./expression-text.ts";

const { rulebooks } = readLaw("khorgos");

function writingOf(name: string, locale: Writing["locale"]): Writing {
  const rulebook = rulebooks.find((one) => one.name === name)!;
  const intl = createIntl({
    locale: "en-GB",
    messages: catalogues[locale],
    onError: (error) => assert.fail(String(error)),
  });
  const text: Text = (id, values) => intl.formatMessage({ id }, values === undefined ? undefined : { ...values });
  return { rulebook, locale, text };
}

function latest(rulebook: CheckedRulebook, name: string): Rule["versions"][number] {
  return rulebook.rules.find((rule) => rule.name === name)!.versions.at(-1)!;
}

test("A formula of the law is written with the reader's labels and signs", () => {
  const writing = writingOf("khorgos/cn/departure", "en");
  const formula = (name: string): string => {
    const { body } = latest(writing.rulebook, name);
    assert.equal(body.kind, "is");
    return body.kind === "is" ? expressionText(body.expression, writing) : "";
  };
  assert.equal(
    formula("allowance_left"),
    "the greatest of (CNY\u00a00.00, duty-free allowance of the day − duty-free goods today)",
  );
  assert.equal(formula("overstayed"), "day of the stay > longest stay in days");
});

test("A cell says its condition without the name that stands above it", () => {
  const writing = writingOf("khorgos/cn/arrival", "en");
  const { rows } = latest(writing.rulebook, "validity").body as Table;
  assert.deepEqual(
    rows.map(({ cells }) => cells.map((cell) => cellText(cell, writing))),
    [
      ["–", "< 0"],
      ["birth certificate; Chinese identity card", "not given"],
      ["–", "not given"],
      ["–", "–"],
    ],
  );
});

test("Every formula and cell of the zone's law can be written in every language", () => {
  for (const { name } of rulebooks)
    for (const locale of ["zh", "kk", "ru", "en"] as const) {
      const writing = writingOf(name, locale);
      for (const rule of writing.rulebook.rules)
        for (const { body } of rule.versions) {
          const texts =
            body.kind === "is"
              ? [expressionText(body.expression, writing)]
              : body.rows.flatMap((row) => [
                  expressionText(row.output, writing),
                  ...row.cells.map((cell) => cellText(cell, writing)),
                ]);
          for (const text of texts)
            assert.doesNotMatch(text, /^$|undefined|NaN|\[object|console\./, `${name} ${rule.name} ${locale}`);
        }
    }
});
