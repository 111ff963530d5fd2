#!/bin/sh
# Prints the path of a Python that is new enough. PYTHON=... names another one.
# Stands on its own, because on a fresh machine there is nothing else yet.
set -u

# Built by somebody himself, as pyenv does, and without what makes it a tenth faster; where nothing is said of it, it is not.
slow='import sys, sysconfig
options = sysconfig.get_config_var("CONFIG_ARGS") or "--enable-optimizations"
sys.exit(sys.executable.startswith("/usr/bin/") or "--enable-optimizations" in options)'
whole='import ensurepip, sys, venv; print(sys.executable) if sys.version_info >= (3, 11) else sys.exit(1)'

for name in ${PYTHON:-python3.11 python3.12 python3.13 python3 python}; do
    path=$("$name" -c 'import sys; print(sys.executable) if sys.version_info >= (3, 11) else sys.exit(1)' 2>/dev/null) &&
        [ -n "$path" ] || continue
    # The system may have one too, built to be fast and with all that an environment needs (ADR 0087).
    if [ -z "${PYTHON:-}" ] && "$name" -c "$slow" 2>/dev/null; then
        of_system=$("/usr/bin/$name" -c "$whole" 2>/dev/null) && [ -n "$of_system" ] && path=$of_system
    fi
    printf '%s\n' "$path"
    exit 0
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
