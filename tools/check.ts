import { checkDependencies } from "./checks/dependencies.ts";
import { checkImports } from "./checks/imports.ts";
import { checkMessages } from "./checks/messages.ts";
import { checkNames } from "./checks/names.ts";
import { checkStyle, checkTypes } from "./checks/programs.ts";
import type { CheckReport } from "./checks/report.ts";
import { checkSizes } from "./checks/sizes.ts";
import { checkTexts } from "./checks/texts.ts";

const FAULTS_SHOWN_MAX = 40;

/** `npm run check`: every rule of the house that a machine can see. A check that saw nothing has failed. */
export function check(out: (line: string) => void): boolean {
  const reports: readonly CheckReport[] = [
    ...checkTypes(),
    checkStyle(),
    checkImports(),
    checkSizes(),
    checkNames(),
    checkTexts(),
    checkDependencies(),
    checkMessages(),
  ];
  const judged = reports.map((report) =>
    report.seen > 0 || report.faults.length > 0 ? report : { ...report, faults: ["saw nothing to check"] },
  );
  for (const { name, seen, faults } of judged) {
    out(`${faults.length === 0 ? "ok  " : "FAIL"} ${name} (${seen} seen)`);
    for (const fault of faults.slice(0, FAULTS_SHOWN_MAX)) out(`     ${fault}`);
    if (faults.length > FAULTS_SHOWN_MAX) out(`     and ${faults.length - FAULTS_SHOWN_MAX} more`);
  }
  return judged.every((report) => report.faults.length === 0);
}

if (import.meta.main) process.exitCode = check((line) => console.log(line)) ? 0 : 1;
