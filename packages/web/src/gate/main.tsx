import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { keepPage } from "../offline/keep-page.ts";
import { GateApp } from "./GateApp.tsx";
import "./gate.css";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <GateApp />
  </StrictMode>,
);
keepPage();
