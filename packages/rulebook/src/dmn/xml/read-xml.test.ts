import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DmnError } from "../problem.ts";
import { readXml, xmlLengthMax } from "./read-xml.ts";
import { markup, textMarkup, writeXml } from "./write-xml.ts";

test("namespaces are resolved, attributes decoded and text joined", () => {
  const root = readXml(`<?xml version="1.0"?>
    <d:a xmlns:d="urn:d" xmlns="urn:e" x="1 &lt; 2" d:y="z"><b>a &amp; <!-- no -->b<![CDATA[<&lt;]]>&#x6A2A;</b><d:c/></d:a>`);
  assert.deepEqual([root.space, root.name, root.attributes.get("x")], ["urn:d", "a", "1 < 2"]);
  assert.equal(root.foreign.get("{urn:d}y"), "z");
  assert.deepEqual(
    root.children.map(({ space, name, text }) => [space, name, text]),
    [
      ["urn:e", "b", "a & b<&lt;横"],
      ["urn:d", "c", ""],
    ],
  );
});

test("what is no well-formed XML of ours is refused", () => {
  const rows = [
    ["", "not well-formed"],
    ["text", "not well-formed"],
    ["<a><b></a>", "not well-formed"],
    ["<a/><b/>", "no one root element"],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "document type"],
    ["<a>&nbsp;</a>", 'the entity "&nbsp;" is not declared'],
    ["<a>&constructor;</a>", "is not declared"],
    ["<a>a & b</a>", "not well-formed"],
    ["<a>&#0;</a>", "is no character"],
    ["<x:a/>", 'the prefix "x" has no namespace'],
    ["<__proto__/>", "not well-formed"],
    [`${"<a>".repeat(200)}${"</a>".repeat(200)}`, "not well-formed"],
  ] as const;
  for (const [text, reason] of rows) {
    assert.throws(
      () => readXml(text),
      (error) => error instanceof DmnError && error.reason.includes(reason),
      text.slice(0, 40),
    );
  }
});

test("a file of the greatest length is read and one character more is refused", () => {
  const text = `<a>${"x".repeat(xmlLengthMax - "<a></a>".length)}</a>`;
  assert.equal(readXml(text).text.length, xmlLengthMax - "<a></a>".length);
  assert.throws(() => readXml(`${text} `), /longer than/);
});

test("any text of a model is read back as it was written", () => {
  const unit = fc.constantFrom(..."ab &<>;\"'#]横🐎\n\t\r", "&amp;", "]]>", "<!--");
  fc.assert(
    fc.property(fc.string({ unit }), fc.string({ unit }), (text, attribute) => {
      const root = readXml(writeXml(markup("a", { x: attribute }, [textMarkup("b", text)])));
      assert.equal(root.attributes.get("x"), attribute);
      assert.equal(root.children[0]!.text, text);
    }),
  );
});
