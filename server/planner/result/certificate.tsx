import type { Result } from "../../../engine/domain/result.ts";
import { useTexts } from "../language/texts.tsx";

/** With what the result was made and how it was checked: what an auditor asks for first. */
export function Certificate({ result }: { readonly result: Result }) {
  const { t } = useTexts();
  const { certificate, round } = result;
  const guarantees = Object.entries(certificate.guarantees);
  const rows = [
    [t.result.certificate.rules, certificate.profile],
    [t.result.certificate.seed, certificate.seed],
    [t.result.certificate.engine, `${certificate.engine}, ${certificate.solver.name} ${certificate.solver.version}`],
    [t.result.certificate.hash, round.hash],
    [t.result.certificate.policy, certificate.policyHash],
  ] as const;
  return (
    <details>
      <summary>{t.result.certificate.title}</summary>
      <div class="stack">
        <p>{certificate.verified ? t.result.certificate.verified : t.result.certificate.notVerified}</p>
        <dl class="facts">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <table>
          <caption>{t.result.certificate.guarantees}</caption>
          <thead>
            <tr>
              <th scope="col">{t.result.certificate.guarantee}</th>
              <th scope="col">{t.result.standing}</th>
            </tr>
          </thead>
          <tbody>
            {guarantees.map(([id, state]) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>{t.result.certificate.states[state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
