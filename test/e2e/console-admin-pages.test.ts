import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { arrive } from './support/arrive';
import { useStage } from './support/stage';

const stage = useStage();

it.each([
  ['/personas', '/personas/registros', '/personas/invitaciones', '/personas/bitacora', '/mi-cuenta'],
  ['/personas/cuentas', '/clientes', '/clientes/optica-demo', '/clientes/productos'],
  ['/calendarios', '/politica', '/politica/tipos', '/respuestas', '/incidentes', '/sesiones'],
])('%s and its neighbours fit a phone and can be read by everybody', async (...paths) => {
  const page = await stage().page({ as: 'admin' });
  for (const path of paths) {
    await arrive(page, path);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});
