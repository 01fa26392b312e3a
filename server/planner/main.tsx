import { render } from "preact";
import { App } from "./app.tsx";
import { TextsProvider } from "./language/texts.tsx";
import "./style/base.css";
import "./style/shell.css";
import "./style/parts.css";
import "./style/table.css";
import "./style/charts.css";
import "./style/print.css";

const page = document.getElementById("page");
if (page !== null) {
  render(
    <TextsProvider>
      <App />
    </TextsProvider>,
    page,
  );
}
