"""openapi.py YAML JSON: the same description as JSON."""

import json
import sys

import yaml


class Loader(yaml.SafeLoader):
    """Dates stay the strings that they are in JSON."""


Loader.yaml_implicit_resolvers = {first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
                                  for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}

with open(sys.argv[1], encoding="utf-8") as source, open(sys.argv[2], "w", encoding="utf-8") as target:
    json.dump(yaml.load(source, Loader), target, ensure_ascii=False, indent=1)
    target.write("\n")
