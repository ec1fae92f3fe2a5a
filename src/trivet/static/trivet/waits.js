// The page for signing in says when something that was kept on this phone waits for it. Without this it is sent all the same.
import { waits } from "./queue.js";

document.querySelector("[data-waits]").hidden = !(await waits());
