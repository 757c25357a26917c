import type { Page } from 'playwright-core';
import { mailedLink } from '../../tools/product/mailed-link';
import { keyboardOnly } from './support/keyboard';
import { useStage } from './support/stage';

/** The whole way is walked within this, product and browser on two cores. */
const WALK_MS = 90_000;
const EMAIL = 'rosa@optica-demo.test';
const PASSWORD = 'una frase que solo yo conozco';
const SUBJECT = 'El inventario no descuenta las ventas';

const stage = useStage();

it(
  'a new user registers on a phone, is helped by an agent at the keyboard, and finds the ticket in the archive',
  async () => {
    const phone = await stage().page({ path: '/registro' });
    await registerAs(phone, 'Rosa Luna');
    await logIn(phone);
    const folio = await reportProblem(phone);

    const agent = await stage().page({
      as: 'agent',
      viewport: 'desktop',
      path: '/consola/?view=to_classify',
    });
    await takeAndClassify(agent);
    await phone.getByText('Alta', { exact: true }).first().waitFor();
    await answerFirst(agent, 'Ya lo estamos revisando, gracias por avisarnos.');
    await heard(phone, 'Ya lo estamos revisando, gracias por avisarnos.');
    await solve(agent, 'Volvimos a calcular las existencias.');
    await heard(phone, 'Volvimos a calcular las existencias.');

    await ask(phone, 'Gracias. ¿También se corrigió la sucursal Norte?');
    await heard(agent, '¿También se corrigió la sucursal Norte?');
    await agent.locator('header').getByText('En espera respuesta soporte').waitFor();
    await solve(agent, 'Sí: también se calculó la sucursal Norte.');
    await heard(phone, 'Sí: también se calculó la sucursal Norte.');

    await accept(phone);
    await heard(agent, 'Ticket cerrado: Aceptado por el cliente');
    await findInArchive(phone, folio);
    await heard(phone, 'Sí: también se calculó la sucursal Norte.');
  },
  WALK_MS,
);

async function registerAs(phone: Page, name: string): Promise<void> {
  await phone.getByLabel('Nombre y apellidos').fill(name);
  await phone.getByLabel('Correo electrónico').fill(EMAIL);
  await phone.getByLabel('Teléfono').fill('+52 55 5000 3002');
  await phone.getByLabel('Empresa').fill('Óptica Demo');
  await phone.getByLabel('Número de cliente').fill('1001');
  await phone.getByRole('button', { name: 'Registrarse' }).click();
  await phone.getByRole('heading', { name: 'Revise su correo' }).waitFor();
  await phone.goto(await mailedLink(stage().product, EMAIL, '/registro/verificar'));
  await phone.getByLabel('Contraseña nueva').fill(PASSWORD);
  await phone.getByRole('button', { name: 'Confirmar registro' }).click();
  await phone.getByRole('heading', { name: 'Su cuenta está lista' }).waitFor();
}

async function logIn(phone: Page): Promise<void> {
  await phone.getByRole('link', { name: 'Iniciar sesión' }).click();
  await phone.getByLabel('Correo electrónico').fill(EMAIL);
  await phone.locator('input[autocomplete="current-password"]').fill(PASSWORD);
  await phone.getByRole('button', { name: 'Iniciar sesión' }).click();
  await phone.getByRole('heading', { name: 'No tiene tickets abiertos' }).waitFor();
}

/** @returns the folio */
async function reportProblem(phone: Page): Promise<string> {
  await phone.getByRole('main').getByRole('link', { name: 'Registrar ticket' }).first().click();
  await phone.getByLabel('Asunto').fill(SUBJECT);
  await phone.getByRole('radio', { name: 'Error o problema técnico' }).check();
  await phone.getByRole('button', { name: 'Continuar' }).click();
  await phone
    .getByRole('textbox', { name: 'Detalle' })
    .fill('Vendimos tres armazones y siguen en existencia.');
  await phone.getByRole('button', { name: 'Hace un momento' }).click();
  await phone.getByRole('button', { name: 'Continuar' }).click();
  await phone.locator('form').getByRole('button', { name: 'Registrar ticket' }).click();
  const told = phone.getByRole('heading', { level: 1, name: /^Su folio es \d+$/ });
  const folio = /\d+/.exec(await told.innerText())?.[0] ?? '';
  await phone.getByRole('link', { name: 'Ver el ticket' }).click();
  await phone.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
  return folio;
}

async function takeAndClassify(agent: Page): Promise<void> {
  await agent.getByRole('link', { name: new RegExp(SUBJECT) }).waitFor();
  await agent.keyboard.press('j');
  await agent.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
  await agent.keyboard.press('t');
  await agent.getByText('Lo atiende Ana Torres').waitFor();
  await agent.keyboard.press('c');
  const cell = agent.getByRole('radio', { name: 'Muchos usuarios, El negocio está detenido: Urgente' });
  await keyboardOnly(agent).tabTo(cell);
  await agent.keyboard.press('Space');
  await agent.keyboard.press('ArrowRight');
  await agent.keyboard.press('ArrowRight');
  await keyboardOnly(agent).press(agent.getByRole('button', { name: 'Guardar clasificación' }));
  await agent.getByRole('dialog').waitFor({ state: 'detached' });
  await heard(agent, 'dio la prioridad Alta');
}

/** The first attention, with the message that is its answer. */
async function answerFirst(agent: Page, message: string): Promise<void> {
  const keyboard = keyboardOnly(agent);
  await agent.keyboard.press('f');
  await keyboard.write(agent.getByLabel('1. Naturaleza del problema'), 'Las existencias no se descuentan.');
  for (const point of ['2. La prioridad', '3. Confirmé', '4. Revisé'])
    await keyboard.press(agent.getByRole('checkbox', { name: point }), 'Space');
  await keyboard.write(agent.getByLabel('Posible solución 1', { exact: true }), 'Calcular de nuevo');
  await keyboard.write(agent.getByLabel('6. Responsabilidades'), 'Soporte corrige; el cliente confirma.');
  await keyboard.write(agent.getByLabel('Mensaje al cliente'), message);
  await keyboard.press(agent.getByRole('button', { name: 'Registrar y enviar el mensaje' }));
  await agent.getByRole('dialog').waitFor({ state: 'detached' });
}

async function solve(agent: Page, summary: string): Promise<void> {
  await agent.keyboard.press('e');
  await agent.keyboard.type(summary);
  await agent.keyboard.press('Control+Enter');
  await agent.locator('header').getByText('En espera respuesta cliente').waitFor();
  // Out of the text, where letters are the ticket's keys.
  await agent.keyboard.press('Escape');
}

async function ask(phone: Page, words: string): Promise<void> {
  await phone.getByRole('button', { name: 'No quedó resuelto: responder' }).click();
  await phone.getByLabel('Su mensaje').fill(words);
  await phone.getByRole('button', { name: 'Enviar respuesta' }).click();
}

async function accept(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Aceptar la solución' }).click();
  await phone.getByRole('button', { name: 'Sí, aceptar y cerrar' }).click();
  await phone.getByRole('heading', { name: 'Ticket cerrado: Aceptado por el cliente' }).waitFor();
}

async function findInArchive(phone: Page, folio: string): Promise<void> {
  await phone.getByRole('navigation').getByRole('link', { name: 'Archivo histórico de tickets' }).click();
  await phone.getByRole('searchbox', { name: 'Buscar en el archivo' }).fill('inventario');
  await phone.waitForURL(/q=inventario/);
  await phone.getByRole('link', { name: SUBJECT }).click();
  await phone.waitForURL(`**/archivo/${folio}`);
}

/** It stands in the conversation, without anybody having loaded the page anew. */
async function heard(page: Page, words: string): Promise<void> {
  await page.getByRole('log').getByText(words).first().waitFor();
}
