/** The part of dmn-moddle that tests use; it brings no types of its own. */
declare module "dmn-moddle" {
  type Shape = { readonly $type: string; readonly bounds: { readonly x: number; readonly y: number } };
  type Diagram = { readonly diagramElements: readonly Shape[] };
  type Root = {
    readonly drgElement: readonly unknown[];
    readonly dmnDI: { readonly diagrams: readonly [Diagram] };
  };
  export class DmnModdle {
    fromXML(xml: string): Promise<{ readonly rootElement: Root; readonly warnings: readonly unknown[] }>;
  }
}
