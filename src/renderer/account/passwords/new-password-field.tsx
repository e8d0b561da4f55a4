import { JudgedField, type JudgedFieldProps } from '../../new-secret/judged-field.tsx';
import { PasswordField } from './password-field.tsx';

/** A new password of an account, judged as it is typed. */
export function NewPasswordField(props: JudgedFieldProps) {
  return <JudgedField {...props} covered={PasswordField} />;
}
