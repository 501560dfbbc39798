import { type ReactNode, useState } from "react";
import { formatInteger } from "../format/index.ts";
import { Button } from "./Button.tsx";
import { DataTable, type TableProps } from "./DataTable.tsx";
import { useLanguage, useText } from "./language.ts";

/** Rows drawn at first, and more on request: a table of thousands is slow to draw and nobody reads it. */
const DRAWN = 100;

/** A table on its own sheet that may have thousands of rows. */
export function LongTable<R extends object>({ rows, ...rest }: TableProps<R>): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const [drawn, setDrawn] = useState(DRAWN);
  const more = rows.length - drawn;
  return (
    <>
      <div className="sheet">
        <DataTable {...rest} rows={rows.slice(0, drawn)} />
      </div>
      {more > 0 ? (
        <Button tone="plain" onPress={() => setDrawn(drawn + DRAWN)}>
          {text("ui.more", { count: formatInteger(locale, more) })}
        </Button>
      ) : null}
    </>
  );
}
