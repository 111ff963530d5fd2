"""All that can be done with a house on a server. Loaded by name: the driver of a server comes along with it."""

from zvh_desktop.database.team.bijwerken import werk_huis_bij
from zvh_desktop.database.team.controleren import controleer_team
from zvh_desktop.database.team.halen import haal
from zvh_desktop.database.team.inrichten import Servereigenaar, begin_team, breng
from zvh_desktop.database.team.openen import Serveraanmelding, open_team
from zvh_desktop.database.team.opruimen import ruim_op
from zvh_desktop.database.team.rollen import zet_rollen
from zvh_desktop.database.team.vernieuwen import vernieuw
from zvh_desktop.database.team.werken import herstel_in_huis, open_huis

__all__ = [
    "Serveraanmelding",
    "Servereigenaar",
    "begin_team",
    "breng",
    "controleer_team",
    "haal",
    "herstel_in_huis",
    "open_huis",
    "open_team",
    "ruim_op",
    "vernieuw",
    "werk_huis_bij",
    "zet_rollen",
]
