#!/usr/bin/env python3
"""The benchmark's data as a project of ours, so that both make the same text.

  map.py JSON OWN

JSON holds one organisation's year ("kind": "org") or a list of people ("kind": "people"). OWN becomes a folder: the
report, the genre in `templates/`, and for people the roster. Growth, numbers of headings and the sentence of each figure
are left to the program.
"""
import csv, json, os, sys

FIGURE = "{{%s|带名}}，{{%s|同比(小数=1)}}"

ORG_TEMPLATE = """---
名称: 对照年度总结
语言: 中文
版式: 公文
---
# {{ 标题 }}

{{ 导语 }}

{% for 章 in 章节 %}
## {{ 章.标题 }}

{{ 章.导语 }}

{{ 章.分项 | 展开(级=3, 形式="编号") }}

{% endfor %}
@TABLE@
{{ 结语 }}

{{ 署名 }}{.署名}

{{ 成文日期 }}{.日期}
"""

PERSON_TEMPLATE = """---
名称: 对照个人总结
语言: 中文
版式: 公文
字段:
@FIELDS@
---
# {{ 标题 }}

姓名：{{ 姓名 }}　部门：{{ 部门 }}　岗位：{{ 职务 }}{.副标题}

{{ 导语 }}

@SECTIONS@
{{ 结语 }}

述职人：{{ 姓名 }}{.署名}

{{ 成文日期 }}{.日期}
"""


def quoted(text):
    """A YAML scalar that every parser reads back as this text."""
    return json.dumps(text, ensure_ascii=False)


def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def tail(ids):
    """What follows an item's text: the sentence of its figures."""
    return "全年" + "；".join(FIGURE % (i, i) for i in ids) + "。" if ids else ""


def org(d, own):
    out = ["格式: 1", "模板: 对照年度总结", "标题: " + quoted(d["title"]), "期间: %d年" % d["year"],
           "署名: " + quoted(d["org"]), "成文日期: " + d["date"], "导语: " + quoted(d["lead"]),
           "结语: " + quoted(d["closing"]), "指标:"]
    for i, f in d["figures"].items():
        out.append("  %s: {名称: %s, 本期: %d%s, 上年同期: %d%s}" % (i, quoted(f["name"]), f["value"], f["unit"], f["last"], f["unit"]))
    # The table shows last year's values without their units: numbers of their own.
    out += ["  上年%s: %d" % (i, d["figures"][i]["last"]) for i in d["table"]["rows"]]
    out.append("章节:")
    for s in d["sections"]:
        out += ["  - 标题: " + quoted(s["title"]), "    导语: " + quoted(s["lead"]), "    分项:"]
        for p in s["parts"]:
            out += ["      - 标题: " + quoted(p["title"]), "        形式: 分段", "        分项:"]
            out += ["          - " + quoted(i["head"] + i["text"] + tail(i["figures"])) for i in p["items"]]
    write(os.path.join(own, "report.yaml"), "\n".join(out) + "\n")
    t = d["table"]
    rows = ["| " + " | ".join(t["head"]) + " |", "|---|---|---|---|---|"]
    for i in t["rows"]:
        f = d["figures"][i]
        # The check wants a plus sign unless the growth rounds to 0.0%; office tables have none, so it stands here.
        plus = "+" if 2000 * (f["value"] - f["last"]) + f["last"] >= 2 * f["last"] else ""
        rows.append("| {{%s|名称}} | %s | {{%s|纯数}} | {{上年%s}} | %s{{%s|增幅(小数=1)}} |" % (i, f["unit"], i, i, plus, i))
    table = t["caption"] + "\n\n" + "\n".join(rows) + "\n"
    write(os.path.join(own, "templates", "annual.md"), ORG_TEMPLATE.replace("@TABLE@", table))


def people(d, own):
    first = d["people"][0]
    figures = list(first["figures"].items())
    fields, sections, columns, n = [], [], [], 0
    for s in first["sections"]:
        lines = ["## " + s["title"], ""]
        for i in s["items"]:
            n += 1
            fields.append("  - {名称: 事项%d, 英文: item%d, 类型: 纯文本, 说明: 对照用}" % (n, n))
            columns.append("事项%d" % n)
            lines += ["{{ 事项%d }}%s" % (n, tail([first["figures"][f]["name"] for f in i["figures"]])), ""]
        sections.append("\n".join(lines))
    template = PERSON_TEMPLATE.replace("@FIELDS@", "\n".join(fields)).replace("@SECTIONS@", "\n".join(sections))
    write(os.path.join(own, "templates", "self-review.md"), template)
    report = ["格式: 1", "模板: 对照个人总结", "标题: %d年度个人工作总结" % first["year"], "期间: %d年" % first["year"],
              "成文日期: " + first["date"], "结语: " + quoted(first["closing"]), "指标:"]
    report += ["  %s: {状态: 待补, 单位: %s}" % (f["name"], f["unit"]) for _, f in figures]
    write(os.path.join(own, "report.yaml"), "\n".join(report) + "\n")
    names = [f["name"] for _, f in figures]
    with open(os.path.join(own, "roster.csv"), "w", encoding="utf-8", newline="") as f:
        table = csv.writer(f)
        table.writerow(["#编号", "姓名", "部门", "职务", "导语"] + columns
                       + [c for n in names for c in (n, n + ".上年同期")])
        for p in d["people"]:
            items = [i["head"] + i["text"] for s in p["sections"] for i in s["items"]]
            values = [str(v) + f["unit"] for f in p["figures"].values() for v in (f["value"], f["last"])]
            table.writerow([p["id"], p["name"], p["dept"], p["post"], p["lead"]] + items + values)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as f:
        data = json.load(f)
    (org if data["kind"] == "org" else people)(data, sys.argv[2])
