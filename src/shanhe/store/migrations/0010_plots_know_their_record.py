"""Which record of its layer a plot was: problems are told by it, since two plots may have one code."""

from typing import Any

from django.db import migrations, models


def number(apps: Any, schema: Any) -> None:
    """Number the plots of each layer in their order, stepping over records without an outline."""
    layers, plots = apps.get_model("store", "Layer"), apps.get_model("store", "Plot")
    using = schema.connection.alias
    for layer in layers.objects.using(using).iterator():
        found = layer.about.get("problems", ())
        gone = {one["row"] for one in found if one["kind"] == "no_outline"}
        own, row = [], 0
        for plot in plots.objects.using(using).filter(layer=layer).order_by("pk").only("pk"):
            row += 1
            while row in gone:
                row += 1
            plot.row = row
            own.append(plot)
        plots.objects.using(using).bulk_update(own, ["row"], batch_size=500)


class Migration(migrations.Migration):
    """Add the number, and give it to the plots that are there."""

    dependencies = [("store", "0009_the_journal_holds_more")]
    operations = [
        migrations.AddField("plot", "row", models.IntegerField(default=0)),
        migrations.RunPython(number, migrations.RunPython.noop),
    ]
