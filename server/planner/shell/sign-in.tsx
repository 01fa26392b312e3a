import { useState } from "preact/hooks";
import { type Refused, send } from "../api/client.ts";
import { useTexts } from "../language/texts.tsx";
import { Notice, Refusal } from "../parts/notices.tsx";

/** Asks for the access key; the service answers with a session cookie that no script can read. */
export function SignIn({ signedIn }: { readonly signedIn: () => void }) {
  const { t } = useTexts();
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const key = new FormData(event.currentTarget as HTMLFormElement).get("key");
    setBusy(true);
    const answer = await send("POST", "/v1/session", { body: { key: String(key ?? "").trim() } });
    setBusy(false);
    if (answer.ok) signedIn();
    else setProblem(answer.problem);
  };
  const wrong = problem !== null && problem.status >= 400 && problem.status < 404;
  return (
    <>
      <div class="intro">
        <h1>{t.shell.signIn.title}</h1>
        <p>{t.shell.signIn.intro}</p>
      </div>
      <form class="stack panel sign-in" onSubmit={submit}>
        {wrong ? <Notice kind="error" title={t.shell.signIn.wrong} alert /> : null}
        {problem !== null && !wrong ? <Refusal problem={problem} /> : null}
        <div class="field">
          <label for="key">{t.shell.signIn.key}</label>
          <input
            id="key"
            name="key"
            type="password"
            autoComplete="current-password"
            required
            aria-describedby="key-hint"
            aria-invalid={wrong}
          />
          <span class="hint" id="key-hint">
            {t.shell.signIn.hint}
          </span>
        </div>
        <div>
          <button type="submit" class="button first" disabled={busy}>
            {t.shell.signIn.submit}
          </button>
        </div>
      </form>
    </>
  );
}
