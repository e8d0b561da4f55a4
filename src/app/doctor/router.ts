import { doctorContract } from '../../contract/doctor.ts';
import { serve, type Calls } from '../serve.ts';

/** The doctor's part of the window's router. */
export function doctorRouter(doctor: Calls<typeof doctorContract>) {
  return serve(doctorContract, doctor);
}
