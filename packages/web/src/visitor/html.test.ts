import assert from "node:assert/strict";
import { test } from "node:test";
import { html } from "./html.ts";

test("Values are escaped wherever they stand, markup is not escaped twice", () => {
  const label = `<b>"Tom" & 'Ann'</b>`;
  const item = html`<li title="${label}">${label}</li>`;
  const escaped = "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/b&gt;";
  assert.equal(html`<ul>${[item]}${undefined}${false}</ul>`.markup, `<ul><li title="${escaped}">${escaped}</li></ul>`);
});
