import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { keepPage } from "../offline/keep-page.ts";
import { TillApp } from "./TillApp.tsx";
import "./till.css";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <TillApp />
  </StrictMode>,
);
keepPage();
