#!/bin/sh
# Prints the path of a Python that is new enough. PYTHON=... names another one.
# Stands on its own, because on a fresh machine there is nothing else yet.
set -u

for name in ${PYTHON:-python3.11 python3.12 python3.13 python3 python}; do
    path=$("$name" -c 'import sys; print(sys.executable) if sys.version_info >= (3, 11) else sys.exit(1)' 2>/dev/null) &&
        [ -n "$path" ] && printf '%s\n' "$path" && exit 0
done

{
    echo "Er is geen Python 3.11 of nieuwer gevonden."
    case $(uname -s) in
        Darwin) echo "Installeer die van python.org of met:  brew install python@3.11" ;;
        *) echo "Installeer die met:  sudo apt-get install python3 python3-venv" ;;
    esac
    echo "Staat Python op een andere plaats, geef die dan mee:  make run PYTHON=/pad/naar/python3"
} >&2
exit 1
