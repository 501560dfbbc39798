import { Link, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { useMay } from "./desk.ts";
import { menu } from "./menu.ts";
import { TopBar } from "./TopBar.tsx";

/** What stands around every scene: the bar above, the menu at the left. */
export function Shell(): ReactNode {
  const text = useText();
  const may = useMay();
  const groups = menu
    .map(({ group, items }) => ({ group, items: items.filter(({ deed }) => may(deed)) }))
    .filter(({ items }) => items.length > 0);
  return (
    <div className="console">
      <TopBar />
      <nav className="menu" aria-label={text("console.menu")}>
        <ul>
          {groups.map(({ group, items }) => (
            <li key={group}>
              <span className="menu-group">{text(group)}</span>
              <ul>
                {items.map(({ to, label }) => (
                  <li key={to}>
                    <Link to={to} activeProps={{ "aria-current": "page" }}>
                      {text(label)}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </div>
  );
}
