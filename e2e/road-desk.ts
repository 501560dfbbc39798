import type { ConsolePage } from "./console-page.ts";
import type { TwoSides } from "./two-sides.ts";

/** The queue's scene as a duty officer uses it: dialogs, her shift, the other side's word. */
export class RoadDesk {
  readonly desk: ConsolePage;

  constructor(desk: ConsolePage) {
    this.desk = desk;
  }

  get dialog() {
    return this.desk.page.getByRole("dialog");
  }

  async press(name: string): Promise<void> {
    await this.dialog.getByRole("button", { name, exact: true }).click();
  }

  async open(name: string): Promise<void> {
    await this.desk.page.getByRole("button", { name, exact: true }).first().click();
    await this.dialog.waitFor();
  }

  /** Enters this side's shift from now on, one vehicle a lane and quarter; the statement for the other side. */
  async enterShift(lanes: string): Promise<string> {
    await this.desk.visit("/queue");
    await this.open("Our shift");
    await this.dialog.getByLabel("Lanes", { exact: true }).fill(lanes);
    await this.dialog.getByLabel("Officers", { exact: true }).fill("9");
    await this.dialog.getByLabel("Vehicles per lane and quarter hour").fill("1");
    await this.press("Show what it moves");
    await this.dialog.getByText("Nobody has to be moved").waitFor();
    await this.press("Apply");
    const statement = this.dialog.getByLabel("Statement for the other side");
    let text = "";
    while (text === "") text = await statement.inputValue();
    await this.press("Done");
    return text;
  }

  /** The other side's key, compared by two officers. */
  async trust(other: RoadDesk, { cn }: TwoSides): Promise<void> {
    await other.open("Other side");
    const key = (await other.dialog.locator(".invitation").textContent()) ?? "";
    await other.press("Cancel");
    await this.open("Other side");
    await this.dialog.getByLabel("Key of the other side").fill(key);
    await this.dialog.getByLabel("One-time code (demonstration only)").fill(await cn.second("administrator"));
    await this.press("Trust this key");
    await this.dialog.waitFor({ state: "hidden" });
  }

  /** Takes over what the other side signed. */
  async takeOver(statement: string): Promise<void> {
    await this.open("Other side");
    await this.dialog.getByLabel("Text of their shift").fill(statement);
    await this.press("Take over");
    await this.dialog.waitFor({ state: "hidden" });
  }
}
