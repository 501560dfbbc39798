import type { Sorting } from "../../ui/DataTable.tsx";

type Sorted<S extends string> = { readonly sort?: S; readonly down?: boolean };

/**
 * How a table is sorted by what stands in the address, `usual` when it says nothing, and the new address when a head is
 * pressed; a column by which nothing sorts leaves the column as it was.
 */
export function sortedByAddress<S extends string, Q extends Sorted<S>>(
  search: Q,
  sorts: readonly S[],
  usual: S,
  onChange: (search: Q) => void,
): { readonly sorting: Sorting; readonly onSort: (sorting: Sorting) => void } {
  return {
    sorting: { column: search.sort ?? usual, isDescending: search.down ?? false },
    onSort: ({ column, isDescending }) => {
      const { down: _, ...rest } = search;
      const sort = sorts.find((one) => one === column);
      onChange({ ...rest, ...(sort && { sort }), ...(isDescending && { down: true }) } as Q);
    },
  };
}
