"""Code names: random, and sayable in a corridor."""

import secrets

_KINDS = """
amber ashen autumn brisk bright calm cedar clear cobalt copper coral crisp dawn dusky early ember even fern fleet
gentle golden granite green hazel hidden honey indigo ivory jade keen lilac linen lunar maple mellow misty mossy
northern opal open patient pearl quiet rainy russet sandy silver slate snowy spring steady still summer sunlit
teal tidal velvet violet warm western willow winter
""".split()
_THINGS = """
acorn anchor aspen badger beacon birch bridge brook bunting canyon clover compass crane curlew delta dunlin egret
falcon fern finch fjord garden gannet glacier grove harbour hare heron island kestrel lantern lark linnet lynx
marten meadow merlin moor otter owl petrel pine plover prairie puffin quail raven reed robin rowan sparrow spruce
stork summit swallow swift tern thistle thrush valley wren
""".split()


def new_code_name() -> str:
    """Two words, some 4,000 of them; it says nothing about whom it stands for."""
    return f"{secrets.choice(_KINDS)} {secrets.choice(_THINGS)}".title()
