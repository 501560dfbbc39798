/** One XML element; `space` is its namespace name, attributes are those without a prefix, text is its own. */
export type Element = {
  readonly space: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Attributes in a namespace, as `{namespace}name`. */
  readonly foreign: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
};

/** Children of a name in the element's own namespace. */
export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name && child.space === element.space);
}

export function findChild(element: Element, name: string): Element | undefined {
  return childrenOf(element, name)[0];
}
