import { expect, test } from 'vitest'
import { ratePassphrase } from '../../src/main/keys/passphrase-strength.ts'
import { attack } from './attack.ts'

/** What a guesser tries: lines that everybody knows, short sentences, words in any alphabet, patterns of the keyboard. */
const weak = `
to be or not to be that is the question
To be, or not to be: that is the question!
tobeornottobethatisthequestion
T0 b3 0r n0t t0 b3 that 1s the qu3stion
to be or not to be 1601
We the People of the United States
we the people 1776
the quick brown fox jumps over the lazy dog
The quick brown fox jumped over the lazy dogs 42
four score and seven years ago our fathers
give me liberty or give me death
correct horse battery staple
CorrectHorseBatteryStaple1
life liberty and the pursuit of happiness
I pledge allegiance to the flag
the land of the free and the home of the brave
the lord is my shepherd I shall not want
our father who art in heaven
amazing grace how sweet the sound
once upon a midnight dreary
call me ishmael some years ago
it was the best of times it was the worst of times
it was a dark and stormy night
elementary my dear watson
a penny saved is a penny earned
an apple a day keeps the doctor away
roses are red violets are blue
twinkle twinkle little star how I wonder what you are
mary had a little lamb its fleece was white as snow
happy birthday to you happy birthday to you
lorem ipsum dolor sit amet consectetur
early to bed and early to rise
a journey of a thousand miles begins with a single step
en un lugar de la mancha de cuyo nombre
En un lugar de La Mancha
padre nuestro que estás en el cielo
que es la vida un frenesí
ser o no ser esa es la cuestión
más vale pájaro en mano que ciento volando
en boca cerrada no entran moscas
tres tristes tigres tragaban trigo
my dog is not brown
i love my wife and kids
this is my new password
this is a very good password
i like to go to bed
the letters are in the house
mi perro no es de color
yo no se la clave
me gusta mucho mi casa
пароль пароль
пароль пароль пароль пароль
мой пароль секрет
密码密码密码
密码密码密码密码密码密码
私のパスワード
비밀번호 비밀번호
كلمة السر
κωδικός κωδικός κωδικός
סיסמה סיסמה סיסמה סיסמה
qwertyuiopasdfghjkl
1234567890123456789012
november 2026 november 2026
passwordpasswordpassword
`
  .trim()
  .split('\n')

/** What nobody guesses: words that have nothing to do with each other, a long sentence of one's own, characters at random. */
const good = `
glacier trombone velvet otter quay
mouse carpet seldom orbit velvet
anvil pickle meteor sandal frugal
harbor zipper lunar mustard cactus
violin gravel tulip engine saddle
walnut copper drizzle pigeon ladder
blanket furnace parsley canoe trophy
marble kettle thistle dolphin wagon
lantern turnip velcro hamster bishop
puzzle oyster rocket sweater cinnamon
bagpipe iceberg lemon wrench cathedral
pumpkin stapler volcano ribbon sailor
octopus mitten gazebo trumpet barley
cobalt noodle anthem walrus jigsaw
magnet cedar biscuit parade lobster
the otter and velvet trombone glacier quay
orbit-carpet-mouse-seldom-velvet
Glacier.Trombone.81.Velvet.Otter
sandal meteor 47 pickle anvil
frugal WALNUT drizzle pigeon copper
ladrillo naranja volcán tijera pingüino
sombrero martillo ceniza delfín pradera
zanahoria relámpago cojín trompeta abeja
guitarra nube cuchara erizo farol
castillo ballena pimienta zapato invierno
escalera mosquito tambor ciruela laguna
tortuga almohada relicario fósforo queso
brújula panadero ventisca alfombra cereza
my aunt keeps eleven jealous parrots above the bakery
our old boat smelled of licorice and wet accordion
every sunday the mailman juggles turnips behind our church
she painted seven purple refrigerators for the fire department
i once traded a broken tuba for two goats in tulsa
the dentist on maple street collects haunted typewriters
mi abuela guarda once sombreros rotos debajo del piano
el vecino de arriba cría caracoles azules en la bañera
cuando llueve los gatos de mi barrio tocan el trombón
kX9#vTq2!mZp7
fj4-Wq8z-Lp3t-Vb6n
vR7mKq2xTz9wHs
3VRF-4SEE-2W55-8A05
xkq vzj whp tmb gqd
q7hd8 zz2kf 9pwxm
Bz!4kd&Tq82*rwm
tr0mb0ne & 9 Velvet gl@cier 31
purple 71 anchovy 38 sextant 92
zebra-9241-mortar-5530
dinosaur lipstick Tuesday marmalade 4
eighty nervous librarians ate my lawnmower
moose perfume algebra dentist raft
quartz bonfire mascara tugboat yodel
sherbet ankle plywood falcon molasses
hinge papaya crayon tundra waffle
tadpole ginger obelisk mascot fender
turbine cashew lilac parsnip moat
тюлень чайник облако гвоздь рояль
ласточка кирпич самовар туман якорь
海豚火山剪刀蜗牛琵琶
고래 우산 망치 바다 연필
φάλαινα ομπρέλα σφυρί θάλασσα μολύβι
גשר לימון פסנתר ענן מברג
`
  .trim()
  .split('\n')

const codeOf = async (passphrase: string): Promise<string> => {
  const rated = await ratePassphrase(passphrase, [])
  return rated.ok ? rated.value.takes : rated.error.code
}
const rated = async (passphrases: readonly string[], isWrong: (code: string) => boolean): Promise<string> => {
  const wrong: string[] = []
  for (const passphrase of passphrases) {
    const code = await codeOf(passphrase)
    if (isWrong(code)) wrong.push(`${passphrase}: ${code}`)
  }
  return wrong.join('; ')
}
const isWeak = (code: string) => code.startsWith('passphrase.')

attack(
  `choosing one of ${weak.length} lines, sentences, and words that a guesser tries as the passphrase`,
  'all refused',
  async () => (await rated(weak, (code) => !isWeak(code))) || 'all refused',
)

test('there are sixty of each kind, and none of the good ones is refused', async () => {
  expect([weak.length, good.length].map((count) => count >= 60)).toEqual([true, true])
  expect(await rated(good, isWeak)).toBe('')
})

test('a sentence is counted by its words: seven are few, and twelve are a lifetime', async () => {
  const sentence = 'my cat has eaten all of the yellow shoes in our red car'.split(' ')
  const codes = await Promise.all([5, 6, 7, 12].map((words) => codeOf(sentence.slice(0, words).join(' '))))
  expect(codes).toEqual(['passphrase.in-hours', 'passphrase.in-months', 'years', 'lifetimes'])
})
