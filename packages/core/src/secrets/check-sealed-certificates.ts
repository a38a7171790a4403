import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import { sealedSecretOtherCertificate } from '../rules/sealed-secret-other-certificate.rule.ts';
import { isOfEnvironment } from './delivery/seal-command.ts';
import { sealedFor } from './delivery/sealed-for.ts';
import { secretPlaces } from './secret-places.ts';
import { sealName, ownerWords } from './secret-owner.ts';

/** Ciphertext that an environment has. */
interface Held {
  readonly fleet: Fleet;
  readonly certificate: string;
  readonly owner: string;
  readonly name: string;
  readonly label: string;
  /** Where in the file it stands. */
  readonly start: number;
}

const certificatePath = ['secrets', 'sealing', 'certificate'];

/** Finds ciphertext that an environment takes over from the file although it has another certificate. */
export function checkSealedCertificates(fleets: readonly Fleet[]): Diagnostic[] {
  const held = fleets.flatMap(listHeld);
  return fleets
    .filter((fleet) => isOfEnvironment(fleet, certificatePath))
    .flatMap((fleet) => {
      const shared = held.flatMap((own) => {
        const other = own.fleet === fleet && held.find((one) => isOther(own, one));
        return other ? [{ own, other }] : [];
      });
      const names = [...new Set(shared.map(({ own }) => own.name))];
      return names.map((name) => {
        const of = shared.filter(({ own }) => own.name === name);
        return reportShared(
          fleet,
          of.map(({ own }) => own),
          of[0]!.other.fleet.environment,
        );
      });
    });
}

function isOther(a: Held, b: Held): boolean {
  return a.start === b.start && a.certificate !== b.certificate;
}

function listHeld(fleet: Fleet): Held[] {
  const { certificate } = fleet.secrets.sealing;
  if (certificate === undefined) return [];
  const held = secretPlaces(fleet).flatMap(({ namespace, name, source }) => {
    const { from, path } = source;
    if (from.source !== 'sealedSecret') return [];
    const label = sealedFor({ namespace, name, from });
    if (!Object.hasOwn(from.sealed, label)) return [];
    const { span } = fleet.origin([...path, 'from', 'sealedSecret', 'sealed', label], 'key');
    return [
      {
        fleet,
        certificate,
        owner: ownerWords(path),
        name: sealName(path),
        label,
        start: span.start,
      },
    ];
  });
  return [...new Map(held.map((one) => [one.start, one])).values()];
}

function reportShared(fleet: Fleet, held: readonly Held[], other: string): Diagnostic {
  const { environment } = fleet;
  const { owner, name } = held[0]!;
  const command = `fleetc seal ${name} --env ${environment}`;
  const labels = held.map(({ label }) => label);
  const params = { owner, labels, environment, other, command };
  const place = { span: fleet.origin(certificatePath).span, path: certificatePath };
  return createDiagnostic(sealedSecretOtherCertificate, params, place);
}
