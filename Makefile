# For developers. The two commands of a fresh machine are `sh installer/run.sh` and `sh installer/test.sh`; these stand over them.
PYTHON := .venv/bin/python
export PYTHONUTF8 := 1

.PHONY: run test check bench faults golden lock

run: ## the main job on the bundled samples
	sh installer/run.sh

test: ## every test
	sh installer/test.sh

check: ## format, lint, types, contracts, coverage below the window (at least 95 %)
	sh installer/check.sh

bench: $(PYTHON) ## speed figures: every tests/benchmarks/bench_*.py
	@for file in tests/benchmarks/bench_*.py; do \
		[ -e "$$file" ] || { echo "There is no benchmark yet (tests/benchmarks/bench_*.py)."; exit 0; }; \
		printf '\n== %s\n' "$$file"; $(PYTHON) "$$file" || exit 1; \
	done

faults: $(PYTHON) ## broken disks, power cuts, hostile files: tests/faults
	@if [ -n "$$(find tests/faults -name 'test_*.py' 2>/dev/null)" ]; then \
		$(PYTHON) -m pytest tests/faults; \
	else \
		echo "There are no fault tests yet (tests/faults/test_*.py)."; \
	fi

golden: $(PYTHON) ## write the golden files anew; look at the difference before committing it
	@files=$$(grep -rl update_golden tests --include='test_*.py'); \
	if [ -n "$$files" ]; then $(PYTHON) -m pytest --update-golden $$files; else echo "No test has a golden file yet."; fi
	git diff --stat -- tests/golden

lock: $(PYTHON) ## requirements.lock from pyproject.toml, all platforms, with hashes; UPGRADE=--upgrade for newer versions
	@$(PYTHON) -m uv --version >/dev/null 2>&1 || $(PYTHON) -m pip install --quiet uv
	$(PYTHON) -m uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate $(UPGRADE) \
		--group dev --extra sign pyproject.toml -o requirements.lock

$(PYTHON):
	sh -c ". installer/setup.sh; find_python; virtual_environment"
