# Times whole processes side by side; to be sourced. Rows are gathered with `row` and `peer`, then `time_rows` runs them all in
# turn, round after round, so that other work on the machine hits all alike, and prints a table.
# needs: runs (rounds), bash 5

names=() commands=() sizes=() kinds=() absent=()

add_row() { # kind, name, bytes read, command line
  kinds+=("$1") names+=("$2") sizes+=("$3") commands+=("$4")
}
row() { add_row row "$@"; }     # with its ratios to the peers
peer() { add_row peer "$@"; }   # what rows are compared with; its name is short up to a colon
aside() { add_row aside "$@"; } # neither

run_piped() { bash -c "$1" 2>/dev/null | cat >/dev/null; } # a pipe: the null device would spare a program the writing

seconds() { awk -v us="$1" 'BEGIN { printf us < 1e6 ? "%.3f" : us < 1e7 ? "%.2f" : "%.1f", us / 1e6 }'; }

time_once() { # command line: microseconds
  local start=${EPOCHREALTIME/./}
  run_piped "$1" || true
  echo $((${EPOCHREALTIME/./} - start))
}

# Runs the command once and prints its peak memory in MB (of the largest of its processes). Fails where the command does, and
# prints the first line of what it says.
peak_memory() { # command line
  local folder status=0 kilobytes
  folder=$(mktemp -d)
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f %M -o "$folder/memory" bash -c "$1" >"$folder/output" 2>"$folder/said" || status=$?
  else
    python3 - "$1" "$folder/memory" >"$folder/output" 2>"$folder/said" <<'PYTHON' || status=$?
import resource, subprocess, sys
status = subprocess.run(["bash", "-c", sys.argv[1]]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=open(sys.argv[2], "w"))
sys.exit(status)
PYTHON
  fi
  if [ "$status" -ne 0 ]; then
    echo "cannot: $(head -n 1 "$folder/said")"
    rm -r "$folder"
    return 1
  fi
  kilobytes=$(tail -n 1 "$folder/memory" 2>/dev/null || true)
  rm -r "$folder"
  echo $(((${kilobytes:-0} + 512) / 1024))
}

time_rows() { # title
  local i round count=${#names[@]}
  local -a memory=() works=() times=() medians=() spreads=()
  for ((i = 0; i < count; ++i)); do
    works[i]=yes
    memory[i]=$(peak_memory "${commands[i]}") || works[i]=""
    times[i]=""
  done
  for ((round = 0; round < runs; ++round)); do
    for ((i = 0; i < count; ++i)); do
      [ -z "${works[i]}" ] || times[i]+="$(time_once "${commands[i]}") "
    done
  done
  for ((i = 0; i < count; ++i)); do
    [ -n "${works[i]}" ] || continue
    local -a sorted
    mapfile -t sorted < <(tr ' ' '\n' <<<"${times[i]% }" | sort -n)
    medians[i]=${sorted[runs / 2]}
    spreads[i]="$(seconds "${sorted[0]}")-$(seconds "${sorted[-1]}")"
  done

  printf '\n%s\n  %-42s %8s %8s %-13s %7s %7s  %s\n' "$1" "" MB "s" "(min-max)" MB/s "memory" "times as fast as"
  for ((i = 0; i < count; ++i)); do
    if [ -z "${works[i]}" ]; then
      printf '  %-42s %s\n' "${names[i]}" "${memory[i]}"
      continue
    fi
    printf '  %-42s %8s %8s %-13s %7s %4s MB  %s\n' "${names[i]}" "$(awk -v n="${sizes[i]}" 'BEGIN { printf "%.4g", n / 1e6 }')" \
      "$(seconds "${medians[i]}")" "${spreads[i]}" \
      "$(awk -v n="${sizes[i]}" -v us="${medians[i]}" 'BEGIN { printf "%.3g", n / us }')" "${memory[i]}" "$(ratios "$i" | sed 's/, $//')"
  done
  for ((i = 0; i < ${#absent[@]}; ++i)); do printf '  %-42s not here\n' "${absent[i]}"; done
  names=() commands=() sizes=() kinds=() absent=()
}

ratios() { # row: its rate over that of every peer, by time_rows' figures
  local i
  [ "${kinds[$1]}" = row ] || return 0
  for ((i = 0; i < ${#names[@]}; ++i)); do
    [ "${kinds[i]}" = peer ] && [ -n "${works[i]}" ] || continue
    awk -v n="${sizes[$1]}" -v us="${medians[$1]}" -v peer_n="${sizes[i]}" -v peer_us="${medians[i]}" -v name="${names[i]%%:*}" \
      'BEGIN { ratio = n * peer_us / us / peer_n; printf ratio < 100 ? "%.2g %s, " : "%.0f %s, ", ratio, name }'
  done
}
