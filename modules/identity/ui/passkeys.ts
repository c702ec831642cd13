import { ApiRefusal } from '@mosty/ui-kit';
import { signInCall } from './sign-in-call.ts';

/** Passkeys need https (or localhost) and a browser of 2025 or later. */
export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

export async function enterByPasskey(): Promise<void> {
  const options = await signInCall('GET', '/passkey/generate-authenticate-options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never);
  const credential = await touched(() => navigator.credentials.get({ publicKey }));
  await signInCall('POST', '/passkey/verify-authentication', { response: credential.toJSON() as unknown });
}

/** Names it after the device it was made on; the person may rename it later by removing and adding. */
export async function addPasskey(name: string): Promise<void> {
  const options = await signInCall('GET', '/passkey/generate-register-options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never);
  const credential = await touched(() => navigator.credentials.create({ publicKey }));
  await signInCall('POST', '/passkey/verify-registration', {
    response: credential.toJSON() as unknown,
    name,
  });
}

/** The person may walk away from the device's own window: that is no fault. */
async function touched(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  throw new ApiRefusal({ kind: 'invalid', code: 'identity.passkey_stopped', status: 0 });
}
