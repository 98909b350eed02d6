/**
 * Lines that many people know by heart, all in the public domain, as whoever guesses passphrases tries them. The list is short
 * on purpose: songs and books of today are as easy to guess, and are not in it.
 */
export const famousLines: readonly string[] = `
to be or not to be that is the question whether tis nobler in the mind to suffer
the slings and arrows of outrageous fortune
all the worlds a stage and all the men and women merely players
romeo romeo wherefore art thou romeo
a rose by any other name would smell as sweet
shall i compare thee to a summers day thou art more lovely and more temperate
friends romans countrymen lend me your ears i come to bury caesar not to praise him
now is the winter of our discontent made glorious summer by this sun of york
tomorrow and tomorrow and tomorrow creeps in this petty pace from day to day
something is rotten in the state of denmark
the lady doth protest too much methinks
double double toil and trouble fire burn and cauldron bubble
out out brief candle lifes but a walking shadow
is this a dagger which i see before me the handle toward my hand
if music be the food of love play on
the course of true love never did run smooth
lord what fools these mortals be
good night good night parting is such sweet sorrow
a horse a horse my kingdom for a horse
et tu brute then fall caesar
this above all to thine own self be true
neither a borrower nor a lender be
brevity is the soul of wit
there is nothing either good or bad but thinking makes it so
we are such stuff as dreams are made on
the quality of mercy is not strained it droppeth as the gentle rain from heaven
once more unto the breach dear friends once more
uneasy lies the head that wears a crown
cowards die many times before their deaths the valiant never taste of death but once
some are born great some achieve greatness and some have greatness thrust upon them
all that glitters is not gold
the better part of valor is discretion
we the people of the united states in order to form a more perfect union establish justice
we hold these truths to be self evident that all men are created equal
life liberty and the pursuit of happiness
when in the course of human events it becomes necessary
congress shall make no law respecting an establishment of religion
the right of the people to keep and bear arms shall not be infringed
four score and seven years ago our fathers brought forth on this continent a new nation
government of the people by the people for the people shall not perish from the earth
give me liberty or give me death
i only regret that i have but one life to lose for my country
dont give up the ship
i have not yet begun to fight
one if by land and two if by sea
listen my children and you shall hear of the midnight ride of paul revere
i pledge allegiance to the flag of the united states of america
and to the republic for which it stands one nation under god indivisible with liberty and justice for all
oh say can you see by the dawns early light what so proudly we hailed
the land of the free and the home of the brave
my country tis of thee sweet land of liberty of thee i sing
oh beautiful for spacious skies for amber waves of grain
mine eyes have seen the glory of the coming of the lord
give me your tired your poor your huddled masses yearning to breathe free
the only thing we have to fear is fear itself
a house divided against itself cannot stand
speak softly and carry a big stick
early to bed and early to rise makes a man healthy wealthy and wise
in this world nothing can be said to be certain except death and taxes
united we stand divided we fall
in god we trust
out of many one e pluribus unum
in the beginning god created the heaven and the earth
and god said let there be light and there was light
the lord is my shepherd i shall not want he maketh me to lie down in green pastures
yea though i walk through the valley of the shadow of death i will fear no evil
our father who art in heaven hallowed be thy name thy kingdom come thy will be done
give us this day our daily bread and forgive us our trespasses
for god so loved the world that he gave his only begotten son
in the beginning was the word and the word was with god
love is patient love is kind it does not envy it does not boast
i can do all things through christ which strengtheneth me
the truth shall set you free
ashes to ashes dust to dust
let he who is without sin cast the first stone
do unto others as you would have them do unto you
blessed are the meek for they shall inherit the earth
to every thing there is a season and a time to every purpose under the heaven
an eye for an eye and a tooth for a tooth
hail mary full of grace the lord is with thee
amazing grace how sweet the sound that saved a wretch like me
i once was lost but now am found was blind but now i see
silent night holy night all is calm all is bright
joy to the world the lord is come let earth receive her king
jingle bells jingle bells jingle all the way oh what fun it is to ride
we wish you a merry christmas and a happy new year
twas the night before christmas when all through the house not a creature was stirring
god rest ye merry gentlemen let nothing you dismay
should auld acquaintance be forgot and never brought to mind
rule britannia britannia rules the waves
god save the king
the quick brown fox jumps over the lazy dog
the quick brown fox jumped over the lazy dogs
pack my box with five dozen liquor jugs
now is the time for all good men to come to the aid of the party
lorem ipsum dolor sit amet consectetur adipiscing elit
she sells sea shells by the sea shore
peter piper picked a peck of pickled peppers
how much wood would a woodchuck chuck if a woodchuck could chuck wood
correct horse battery staple
twinkle twinkle little star how i wonder what you are up above the world so high
mary had a little lamb its fleece was white as snow
humpty dumpty sat on a wall humpty dumpty had a great fall
all the kings horses and all the kings men couldnt put humpty together again
jack and jill went up the hill to fetch a pail of water
row row row your boat gently down the stream merrily merrily life is but a dream
baa baa black sheep have you any wool
hickory dickory dock the mouse ran up the clock
hey diddle diddle the cat and the fiddle the cow jumped over the moon
london bridge is falling down falling down falling down my fair lady
the itsy bitsy spider climbed up the water spout
old macdonald had a farm e i e i o
roses are red violets are blue sugar is sweet and so are you
rain rain go away come again another day
this little piggy went to market this little piggy stayed home
eeny meeny miny moe catch a tiger by the toe
happy birthday to you
yankee doodle went to town riding on a pony
take me out to the ball game take me out with the crowd
for he is a jolly good fellow which nobody can deny
call me ishmael some years ago never mind how long precisely
it was the best of times it was the worst of times it was the age of wisdom
it is a truth universally acknowledged that a single man in possession of a good fortune
it was a dark and stormy night the rain fell in torrents
all happy families are alike every unhappy family is unhappy in its own way
it is a far far better thing that i do than i have ever done
please sir i want some more
god bless us every one
elementary my dear watson
dr livingstone i presume
curiouser and curiouser cried alice
off with her head
twas brillig and the slithy toves did gyre and gimble in the wabe
once upon a midnight dreary while i pondered weak and weary
quoth the raven nevermore
water water every where nor any drop to drink
in xanadu did kubla khan a stately pleasure dome decree
tyger tyger burning bright in the forests of the night
i wandered lonely as a cloud that floats on high over vales and hills
how do i love thee let me count the ways
two roads diverged in a yellow wood and sorry i could not travel both
i took the one less traveled by and that has made all the difference
because i could not stop for death he kindly stopped for me
hope is the thing with feathers that perches in the soul
o captain my captain our fearful trip is done
do i contradict myself very well then i contradict myself
if you can keep your head when all about you are losing theirs
theirs not to reason why theirs but to do and die
tis better to have loved and lost than never to have loved at all
a thing of beauty is a joy for ever
beauty is truth truth beauty that is all ye know on earth
no man is an island entire of itself
for whom the bell tolls it tolls for thee
i am the master of my fate i am the captain of my soul
by the shores of gitche gumee
the boy stood on the burning deck
abandon all hope ye who enter here
i think therefore i am cogito ergo sum
i came i saw i conquered veni vidi vici
to err is human to forgive divine
fools rush in where angels fear to tread
a little learning is a dangerous thing
the pen is mightier than the sword
power tends to corrupt and absolute power corrupts absolutely
the unexamined life is not worth living
the journey of a thousand miles begins with a single step
workers of the world unite you have nothing to lose but your chains
a bird in the hand is worth two in the bush
a penny saved is a penny earned
a picture is worth a thousand words
actions speak louder than words
an apple a day keeps the doctor away
absence makes the heart grow fonder
beauty is in the eye of the beholder
better late than never
birds of a feather flock together
blood is thicker than water
dont count your chickens before they hatch
dont put all your eggs in one basket
every cloud has a silver lining
good things come to those who wait
home is where the heart is
if at first you dont succeed try try again
if it aint broke dont fix it
laughter is the best medicine
look before you leap
never look a gift horse in the mouth
practice makes perfect
rome was not built in a day
the early bird catches the worm
the grass is always greener on the other side
there is no place like home
there is no such thing as a free lunch
time flies when you are having fun
two wrongs do not make a right
when in rome do as the romans do
where there is a will there is a way
where there is smoke there is fire
you can lead a horse to water but you cant make it drink
you cannot teach an old dog new tricks
once upon a time in a land far far away
and they lived happily ever after
en un lugar de la mancha de cuyo nombre no quiero acordarme no ha mucho tiempo que vivia un hidalgo
ladran sancho senal que cabalgamos
que es la vida un frenesi que es la vida una ilusion una sombra una ficcion
y los suenos suenos son
con diez canones por banda viento en popa a toda vela
volveran las oscuras golondrinas en tu balcon sus nidos a colgar
poesia eres tu
juventud divino tesoro ya te vas para no volver
la princesa esta triste que tendra la princesa
margarita esta linda la mar y el viento lleva esencia sutil de azahar
cultivo una rosa blanca en junio como en enero
yo soy un hombre sincero de donde crece la palma
hombres necios que acusais a la mujer sin razon
vivo sin vivir en mi y tan alta vida espero que muero porque no muero
nada te turbe nada te espante todo se pasa dios no se muda
puedo morir manana pero jamas morire
mexicanos al grito de guerra el acero aprestad y el bridon
el respeto al derecho ajeno es la paz
tierra y libertad
mas vale morir de pie que vivir de rodillas
pobre mexico tan lejos de dios y tan cerca de los estados unidos
nosotros el pueblo de los estados unidos
padre nuestro que estas en el cielo santificado sea tu nombre venga a nosotros tu reino
danos hoy nuestro pan de cada dia
dios te salve maria llena eres de gracia el senor es contigo
el senor es mi pastor nada me falta
en el principio creo dios los cielos y la tierra
porque de tal manera amo dios al mundo
ama a tu projimo como a ti mismo
noche de paz noche de amor todo duerme en derredor
cielito lindo ay ay ay ay canta y no llores
la cucaracha la cucaracha ya no puede caminar
las mananitas que cantaba el rey david
arroz con leche me quiero casar con una senorita
los pollitos dicen pio pio pio cuando tienen hambre cuando tienen frio
pin pon es un muneco muy guapo y de carton
un elefante se balanceaba sobre la tela de una arana
cumpleanos feliz te deseamos a ti
estas son las mananitas
tres tristes tigres tragaban trigo en un trigal
el veloz murcielago hindu comia feliz cardillo y kiwi
a quien madruga dios le ayuda
al mal tiempo buena cara
camaron que se duerme se lo lleva la corriente
dime con quien andas y te dire quien eres
de tal palo tal astilla
el que no arriesga no gana
en boca cerrada no entran moscas
en casa de herrero cuchillo de palo
mas vale pajaro en mano que ciento volando
mas vale tarde que nunca
no hay mal que por bien no venga
no por mucho madrugar amanece mas temprano
ojos que no ven corazon que no siente
perro que ladra no muerde
quien mucho abarca poco aprieta
mi casa es su casa
habia una vez en un pais muy lejano
y vivieron felices y comieron perdices
el pueblo unido jamas sera vencido
pienso luego existo
ser o no ser esa es la cuestion
`
  .trim()
  .split('\n')
